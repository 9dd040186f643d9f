reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,357 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './shortfall-learning_family_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [357:0]
$D1 << E5de0a4974cb6820
16	27.5	Tỷ lệ gia đình học tập: còn thiếu bao nhiêu để đạt 70% năm 2025, số liệu năm 2023	0x222222
E5de0a4974cb6820
$D2 << E3351945352830bd
16	337	Tổng cộng còn thiếu 25.911. 1 huyện, thành phố đã đạt, không vẽ. (p) sơ bộ	0x5F6672
E3351945352830bd
$D3 << E10a4bcea037ddf0
213.43	71	0x9AA1AC
213.43	281	0x9AA1AC

278.65	71	0xE3E6EA
278.65	281	0xE3E6EA

343.87	71	0xE3E6EA
343.87	281	0xE3E6EA

409.09	71	0xE3E6EA
409.09	281	0xE3E6EA

474.31	71	0xE3E6EA
474.31	281	0xE3E6EA

539.53	71	0xE3E6EA
539.53	281	0xE3E6EA
E10a4bcea037ddf0
$D4 << E86ed608c8aef737
213.43	292	0	0x5F6672
278.65	292	2.000	0x5F6672
343.87	292	4.000	0x5F6672
409.09	292	6.000	0x5F6672
474.31	292	8.000	0x5F6672
539.53	292	10.000	0x5F6672
E86ed608c8aef737
$D5 << E9a9bf4b1c9534a0
376.48	312	Số còn thiếu so với chỉ tiêu	0x5F6672
E9a9bf4b1c9534a0
$D6 << E444d016c7d08b58
346.54	86	133.11	11	0x08519C
346.54	86	131.91	9.8	0xC1D4E6
295.49	116	82.06	11	0x08519C
295.49	116	80.86	9.8	0xC1D4E6
295.17	146	81.73	11	0x08519C
295.17	146	80.53	9.8	0xC1D4E6
268.8	176	55.37	11	0x08519C
268.8	176	54.17	9.8	0xC1D4E6
263.42	206	49.99	11	0x08519C
263.42	206	48.79	9.8	0xC1D4E6
229.54	236	16.11	11	0x08519C
229.54	236	14.91	9.8	0xC1D4E6
217.53	266	4.09	11	0x08519C
217.53	266	2.89	9.8	0xC1D4E6
E444d016c7d08b58
$D7 << E8050d96aa5053ec
599.53	71	0x9AA1AC
599.53	281	0x9AA1AC

660.83	71	0xE3E6EA
660.83	281	0xE3E6EA

722.14	71	0xE3E6EA
722.14	281	0xE3E6EA
E8050d96aa5053ec
$D8 << Edea8eb7f2b8291a
599.53	292	0%	0x5F6672
660.83	292	50%	0x5F6672
722.14	292	100%	0x5F6672
Edea8eb7f2b8291a
$D9 << Eb5c7122eb4584fa
638.16	86	0xB8500B
661.97	116	0xB8500B
685.69	146	0xB8500B
701.76	176	0xB8500B
716.27	206	0xB8500B
720.95	236	0xB8500B
722.14	266	0xB8500B
Eb5c7122eb4584fa
$D10 << Eb5c7122eb4584fa
638.16	86	0xB8500B
661.97	116	0xB8500B
685.69	146	0xB8500B
701.76	176	0xB8500B
716.27	206	0xB8500B
720.95	236	0xB8500B
722.14	266	0xB8500B
Eb5c7122eb4584fa
$D11 << Ed4a64dd4aabc308
137.41	86	Hưng Hà	0x222222
201.43	86	8.164 (p)	0x222222
784	86	32%	0x222222
137.41	116	Thái Thụy	0x222222
201.43	116	5.033 (p)	0x222222
784	116	51%	0x222222
137.41	146	Đông Hưng	0x222222
201.43	146	5.013 (p)	0x222222
784	146	70%	0x222222
137.41	176	Vũ Thư	0x222222
201.43	176	3.396 (p)	0x222222
784	176	83%	0x222222
137.41	206	Kiến Xương	0x222222
201.43	206	3.066 (p)	0x222222
784	206	95%	0x222222
137.41	236	Tiền Hải	0x222222
201.43	236	988 (p)	0x222222
784	236	99%	0x222222
137.41	266	Thành phố Thái Bình	0x222222
201.43	266	251 (p)	0x222222
784	266	100%	0x222222
Ed4a64dd4aabc308
$D12 << E88fe0ecd59d2f81
201.43	59	Còn thiếu	0x5F6672
784	59	Cộng dồn	0x5F6672
E88fe0ecd59d2f81
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
