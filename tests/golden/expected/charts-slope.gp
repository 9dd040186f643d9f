reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,500 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './slope-member_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [500:0]
$D1 << E964d6bcf7216a36
16	27.5	Tỷ lệ hội viên khuyến học trên dân số (%) theo huyện, thành phố: 2018 và 2023	0x222222
E964d6bcf7216a36
$D2 << Efaf373eb04de478
28	472.5	12	7.5	0x08519C
Efaf373eb04de478
$D3 << E2e7ced65904519a
28	472.5	▲	0xFFFFFF
E2e7ced65904519a
$D4 << Ebb5a0e4e78523eb
47	472.5	tốt lên rõ	0x222222
Ebb5a0e4e78523eb
$D5 << E67f147bf9eb7037
188.32	58	2018	0x222222
595.2	58	2023	0x222222
E67f147bf9eb7037
$D6 << E977a99fb0556097
188.32	69	0xE3E6EA
188.32	449	0xE3E6EA

595.2	69	0xE3E6EA
595.2	449	0xE3E6EA
E977a99fb0556097
$D7 << E76cdef898e63ed0
188.32	136.74	0x5F6672
595.2	123.49	0x5F6672
E76cdef898e63ed0
$D8 << E76cdef898e63ed0
188.32	136.74	0x5F6672
595.2	123.49	0x5F6672
E76cdef898e63ed0
$D9 << E049d9cb5adb9251
188.32	298.15	0x08519C
595.2	172.82	0x08519C

188.32	344.36	0x08519C
595.2	230.63	0x08519C

188.32	288.1	0x08519C
595.2	196.51	0x08519C

188.32	439	0x08519C
595.2	359.39	0x08519C

188.32	284.99	0x08519C
595.2	210.24	0x08519C

188.32	129.06	0x08519C
595.2	79	0x08519C

188.32	243.85	0x08519C
595.2	204.66	0x08519C
E049d9cb5adb9251
$D10 << Ec313ab008c8af77
188.32	298.15	0x08519C
595.2	172.82	0x08519C
188.32	344.36	0x08519C
595.2	230.63	0x08519C
188.32	288.1	0x08519C
595.2	196.51	0x08519C
188.32	439	0x08519C
595.2	359.39	0x08519C
188.32	284.99	0x08519C
595.2	210.24	0x08519C
188.32	129.06	0x08519C
595.2	79	0x08519C
188.32	243.85	0x08519C
595.2	204.66	0x08519C
Ec313ab008c8af77
$D11 << Edbc0950158a0340
182.32	298.15	0xE3E6EA
170.32	306.41	0xE3E6EA

182.32	344.36	0xE3E6EA
170.32	344.36	0xE3E6EA

182.32	288.1	0xE3E6EA
170.32	290.41	0xE3E6EA

182.32	439	0xE3E6EA
170.32	439	0xE3E6EA

182.32	284.99	0xE3E6EA
170.32	274.41	0xE3E6EA

182.32	129.06	0xE3E6EA
170.32	124.9	0xE3E6EA

182.32	243.85	0xE3E6EA
170.32	243.85	0xE3E6EA

182.32	136.74	0xE3E6EA
170.32	140.9	0xE3E6EA

601.2	172.82	0xE3E6EA
613.2	170.97	0xE3E6EA

601.2	230.63	0xE3E6EA
613.2	234.97	0xE3E6EA

601.2	196.51	0xE3E6EA
613.2	186.97	0xE3E6EA

601.2	359.39	0xE3E6EA
613.2	359.39	0xE3E6EA

601.2	210.24	0xE3E6EA
613.2	218.97	0xE3E6EA

601.2	79	0xE3E6EA
613.2	79	0xE3E6EA

601.2	204.66	0xE3E6EA
613.2	202.97	0xE3E6EA

601.2	123.49	0xE3E6EA
613.2	123.49	0xE3E6EA
Edbc0950158a0340
$D12 << E5da64199f7ac158
166.32	306.41	Thái Thụy 28,4	0x08519C
166.32	344.36	Quỳnh Phụ 25,3	0x08519C
166.32	290.41	Vũ Thư 29,1	0x08519C
166.32	439	Tiền Hải 19,0	0x08519C
166.32	274.41	Đông Hưng 29,3	0x08519C
166.32	124.9	Thành phố Thái Bình 39,6	0x08519C
166.32	243.85	Kiến Xương 32,0	0x08519C
166.32	140.9	Hưng Hà 39,1	0x5F6672
E5da64199f7ac158
$D13 << E4706f96abf5bb7e
617.2	170.97	▲ 36,7 Thái Thụy	0x08519C
617.2	234.97	▲ 32,9 Quỳnh Phụ	0x08519C
617.2	186.97	▲ 35,2 Vũ Thư	0x08519C
617.2	359.39	▲ 24,3 Tiền Hải	0x08519C
617.2	218.97	▲ 34,2 Đông Hưng	0x08519C
617.2	79	▲ 43,0 Thành phố Thái Bình	0x08519C
617.2	202.97	▲ 34,6 Kiến Xương	0x08519C
617.2	123.49	40,0 Hưng Hà	0x5F6672
E4706f96abf5bb7e
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D3 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D4 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D5 using 1:2:3:4 with labels center noenhanced font 'Arimo:Bold,13' tc rgb variable, \
  $D6 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D7 using 1:2:3 with lines lw 1.20 lc rgb variable, \
  $D8 using 1:2:3 with points pt 7 ps 3.000*px lc rgb variable, \
  $D9 using 1:2:3 with lines lw 2.20 lc rgb variable, \
  $D10 using 1:2:3 with points pt 7 ps 4.000*px lc rgb variable, \
  $D11 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D12 using 1:2:3:4 with labels right noenhanced font 'Arimo,13' tc rgb variable, \
  $D13 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable
set output
