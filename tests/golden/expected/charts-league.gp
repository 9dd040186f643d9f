reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,394 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './league-member_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [394:0]
$D1 << Ef37a7b966ab92b4
16	27.5	Tỷ lệ hội viên khuyến học trên dân số theo huyện, thành phố, năm 2023	0x222222
Ef37a7b966ab92b4
$D2 << E74f4794669eae25
28	366.5	12	7.5	0x08519C
190.72	366.5	12	7.5	0xF0E6C8
321.54	366.5	12	7.5	0xE8833A
E74f4794669eae25
$D3 << E32e7ecc36a15a8c
28	366.5	▲	0xFFFFFF
321.54	366.5	▼	0x222222
E32e7ecc36a15a8c
$D4 << E3c43e2e164becbe
47	366.5	tốt hơn mức chung	0x222222
209.72	366.5	tương đương	0x222222
340.54	366.5	chưa bằng mức chung	0x222222
E3c43e2e164becbe
$D5 << E5a1ff2b5aacf7bb
145.41	67	0x9AA1AC
145.41	307	0x9AA1AC

272.73	67	0xE3E6EA
272.73	307	0xE3E6EA

400.04	67	0xE3E6EA
400.04	307	0xE3E6EA

527.36	67	0xE3E6EA
527.36	307	0xE3E6EA

654.68	67	0xE3E6EA
654.68	307	0xE3E6EA

782	67	0xE3E6EA
782	307	0xE3E6EA
E5a1ff2b5aacf7bb
$D6 << Ee4f04f81b8f2479
145.41	318	0	0x5F6672
272.73	318	10	0x5F6672
400.04	318	20	0x5F6672
527.36	318	30	0x5F6672
654.68	318	40	0x5F6672
782	318	50	0x5F6672
Ee4f04f81b8f2479
$D7 << E9bc1c876fca5d9b
463.7	338	%	0x5F6672
E9bc1c876fca5d9b
$D8 << E0a5c45ae493f430
419	82	273.59	11	0x08519C
400.14	112	254.73	11	0x08519C
379.23	142	233.82	11	0xA8A18E
379.23	142	232.62	9.8	0xF0E6C8
369.18	172	223.78	11	0xA8A18E
369.18	172	222.58	9.8	0xF0E6C8
365.73	202	220.32	11	0xA8A18E
365.73	202	219.12	9.8	0xF0E6C8
363.36	232	217.96	11	0xA8A18E
363.36	232	216.76	9.8	0xF0E6C8
354.72	262	209.31	11	0xE8833A
300.14	292	154.73	11	0xE8833A
E0a5c45ae493f430
$D9 << E8caa6715318007a
593.77	65	0xFFFFFF
593.77	307	0xFFFFFF
E8caa6715318007a
$D10 << E2088f1dea9b9afc
593.77	65	0x222222
593.77	307	0x222222
E2088f1dea9b9afc
$D11 << Eb5b08e8a6b381b5
593.77	58	43.55	7	0xFFFFFF
Eb5b08e8a6b381b5
$D12 << Edf1bd84c95d3bf6
552.21	58	Toàn tỉnh 35,2	0x222222
Edf1bd84c95d3bf6
$D13 << E5a5cb03e1c0b92a
604.7	202	14.65	10.8	0xFFFFFF
599.97	232	14.65	10.8	0xFFFFFF
590.92	262	22.89	10.8	0xFFFFFF
E5a5cb03e1c0b92a
$D14 << Eceffbb9fab05775
698.59	82	▲ 43,0	0x222222
660.87	112	▲ 40,0	0x222222
619.04	142	36,7	0x222222
598.96	172	35,2	0x222222
592.05	202	34,6	0x222222
587.32	232	34,2	0x222222
570.03	262	▼ 32,9	0x222222
460.86	292	▼ 24,3	0x222222
Eceffbb9fab05775
$D15 << E390c7caf5502de4
137.41	82	Thành phố Thái Bình	0x222222
137.41	112	Hưng Hà	0x222222
137.41	142	Thái Thụy	0x222222
137.41	172	Vũ Thư	0x222222
137.41	202	Kiến Xương	0x222222
137.41	232	Đông Hưng	0x222222
137.41	262	Quỳnh Phụ	0x222222
137.41	292	Tiền Hải	0x222222
E390c7caf5502de4
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D3 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D4 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D5 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D6 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D7 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D8 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D9 using 1:2:3 with lines lw 3.70 lc rgb variable, \
  $D10 using 1:2:3 with lines lw 1.30 dt (12,8) lc rgb variable, \
  $D11 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D12 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D13 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D14 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D15 using 1:2:3:4 with labels right noenhanced font 'Arimo,13' tc rgb variable
set output
