reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,410 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './shortfall-learning_family_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [410:0]
$D1 << Ea58da58cbb7b8e1
16	27.5	Tỷ lệ gia đình học tập: phải vận động thêm bao	0x222222
16	50.5	nhiêu để đạt 70% năm 2025, theo kế hoạch	0x222222
Ea58da58cbb7b8e1
$D2 << E0f3362b8945a935
16	390	Tổng cộng còn thiếu 30.482. (p) sơ bộ	0x5F6672
E0f3362b8945a935
$D3 << E201d236821fd0aa
213.43	94	0x9AA1AC
213.43	334	0x9AA1AC

278.65	94	0xE3E6EA
278.65	334	0xE3E6EA

343.87	94	0xE3E6EA
343.87	334	0xE3E6EA

409.09	94	0xE3E6EA
409.09	334	0xE3E6EA

474.31	94	0xE3E6EA
474.31	334	0xE3E6EA

539.53	94	0xE3E6EA
539.53	334	0xE3E6EA
E201d236821fd0aa
$D4 << E9cf2d9d1e3a1eb1
213.43	345	0	0x5F6672
278.65	345	1.000	0x5F6672
343.87	345	2.000	0x5F6672
409.09	345	3.000	0x5F6672
474.31	345	4.000	0x5F6672
539.53	345	5.000	0x5F6672
E9cf2d9d1e3a1eb1
$D5 << Ec4ec9962b468ad3
376.48	365	Số phải vận động mới trong các năm của kế hoạch	0x5F6672
Ec4ec9962b468ad3
$D6 << Ecd4afb6905b365f
371.13	109	157.7	11	0x08519C
371.13	109	156.5	9.8	0xC1D4E6
353.75	139	140.32	11	0x08519C
353.75	139	139.12	9.8	0xC1D4E6
349.41	169	135.98	11	0x08519C
349.41	169	134.78	9.8	0xC1D4E6
334.54	199	121.11	11	0x08519C
334.54	199	119.91	9.8	0xC1D4E6
333.5	229	120.07	11	0x08519C
333.5	229	118.87	9.8	0xC1D4E6
322.58	259	109.14	11	0x08519C
322.58	259	107.94	9.8	0xC1D4E6
320.39	289	106.96	11	0x08519C
320.39	289	105.76	9.8	0xC1D4E6
316.15	319	102.72	11	0x08519C
316.15	319	101.52	9.8	0xC1D4E6
Ecd4afb6905b365f
$D7 << Ec3578b362d5a5ac
599.53	94	0x9AA1AC
599.53	334	0x9AA1AC

660.83	94	0xE3E6EA
660.83	334	0xE3E6EA

722.14	94	0xE3E6EA
722.14	334	0xE3E6EA
Ec3578b362d5a5ac
$D8 << E25b9784531f246f
599.53	345	0%	0x5F6672
660.83	345	50%	0x5F6672
722.14	345	100%	0x5F6672
E25b9784531f246f
$D9 << Ecc4f51d307bc55c
618.98	109	0xB8500B
636.29	139	0xB8500B
653.06	169	0xB8500B
668	199	0xB8500B
682.81	229	0xB8500B
696.27	259	0xB8500B
709.47	289	0xB8500B
722.14	319	0xB8500B
Ecc4f51d307bc55c
$D10 << Ecc4f51d307bc55c
618.98	109	0xB8500B
636.29	139	0xB8500B
653.06	169	0xB8500B
668	199	0xB8500B
682.81	229	0xB8500B
696.27	259	0xB8500B
709.47	289	0xB8500B
722.14	319	0xB8500B
Ecc4f51d307bc55c
$D11 << E7a96f85b8485903
137.41	109	Hưng Hà	0x222222
201.43	109	4.836 (p)	0x222222
784	109	16%	0x222222
137.41	139	Thái Thụy	0x222222
201.43	139	4.303 (p)	0x222222
784	139	30%	0x222222
137.41	169	Đông Hưng	0x222222
201.43	169	4.170 (p)	0x222222
784	169	44%	0x222222
137.41	199	Thành phố Thái Bình	0x222222
201.43	199	3.714 (p)	0x222222
784	199	56%	0x222222
137.41	229	Vũ Thư	0x222222
201.43	229	3.682 (p)	0x222222
784	229	68%	0x222222
137.41	259	Quỳnh Phụ	0x222222
201.43	259	3.347 (p)	0x222222
784	259	79%	0x222222
137.41	289	Tiền Hải	0x222222
201.43	289	3.280 (p)	0x222222
784	289	90%	0x222222
137.41	319	Kiến Xương	0x222222
201.43	319	3.150 (p)	0x222222
784	319	100%	0x222222
E7a96f85b8485903
$D12 << Ef3b30502e86f261
201.43	82	Còn thiếu	0x5F6672
784	82	Cộng dồn	0x5F6672
Ef3b30502e86f261
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D3 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D4 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D5 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D6 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D7 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D8 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D9 using 1:2:3 with lines lw 1.80 lc rgb variable, \
  $D10 using 1:2:3 with points pt 7 ps 3.400*px lc rgb variable, \
  $D11 using 1:2:3:4 with labels right noenhanced font 'Arimo,13' tc rgb variable, \
  $D12 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable
set output
