reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,526 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './quadrant-member_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [526:0]
$D1 << E6d5083e351ee1af
16	27.5	Tỷ lệ hội viên khuyến học trên dân số: mức	0x222222
16	50.5	và thay đổi theo huyện, thành phố, 2018–2023	0x222222
E6d5083e351ee1af
$D2 << E139aac7069285eb
235.17	367.98	180.78	104.02	0xFBE9DC
E139aac7069285eb
$D3 << Ec0db0dd7d9170b4
68.39	92	0xE3E6EA
68.39	472	0xE3E6EA

130.37	92	0xE3E6EA
130.37	472	0xE3E6EA

192.35	92	0xE3E6EA
192.35	472	0xE3E6EA

254.32	92	0xE3E6EA
254.32	472	0xE3E6EA

316.3	92	0xE3E6EA
316.3	472	0xE3E6EA

378.28	92	0xE3E6EA
378.28	472	0xE3E6EA

440.25	92	0xE3E6EA
440.25	472	0xE3E6EA

502.23	92	0xE3E6EA
502.23	472	0xE3E6EA

564.21	92	0xE3E6EA
564.21	472	0xE3E6EA

626.18	92	0xE3E6EA
626.18	472	0xE3E6EA

688.16	92	0xE3E6EA
688.16	472	0xE3E6EA

54.39	458	0xE3E6EA
702.16	458	0xE3E6EA

54.39	418.89	0xE3E6EA
702.16	418.89	0xE3E6EA

54.39	379.78	0xE3E6EA
702.16	379.78	0xE3E6EA

54.39	340.67	0xE3E6EA
702.16	340.67	0xE3E6EA

54.39	301.56	0xE3E6EA
702.16	301.56	0xE3E6EA

54.39	262.44	0xE3E6EA
702.16	262.44	0xE3E6EA

54.39	223.33	0xE3E6EA
702.16	223.33	0xE3E6EA

54.39	184.22	0xE3E6EA
702.16	184.22	0xE3E6EA

54.39	145.11	0xE3E6EA
702.16	145.11	0xE3E6EA

54.39	106	0xE3E6EA
702.16	106	0xE3E6EA
Ec0db0dd7d9170b4
$D4 << Ea7a9ed2ef3e6b41
68.39	484	24	0x5F6672
130.37	484	26	0x5F6672
192.35	484	28	0x5F6672
254.32	484	30	0x5F6672
316.3	484	32	0x5F6672
378.28	484	34	0x5F6672
440.25	484	36	0x5F6672
502.23	484	38	0x5F6672
564.21	484	40	0x5F6672
626.18	484	42	0x5F6672
688.16	484	44	0x5F6672
Ea7a9ed2ef3e6b41
$D5 << E9e539a889c4337e
48.39	458	0	0x5F6672
48.39	418.89	1	0x5F6672
48.39	379.78	2	0x5F6672
48.39	340.67	3	0x5F6672
48.39	301.56	4	0x5F6672
48.39	262.44	5	0x5F6672
48.39	223.33	6	0x5F6672
48.39	184.22	7	0x5F6672
48.39	145.11	8	0x5F6672
48.39	106	9	0x5F6672
E9e539a889c4337e
$D6 << E790016b87345498
378.28	505	Tỷ lệ hội viên khuyến học trên dân số (%), 2023	0x5F6672
E790016b87345498
$D7 << E676036b30389f0e
25	282	Thay đổi 2018–2023 (điểm phần trăm)	0x5F6672
E676036b30389f0e
$D8 << E33f034b92377354
186.08	459	128.68	9	0xFBE9DC
E33f034b92377354
$D9 << Ebaadc078f5d675e
60.39	459	Chưa bằng mức chung, cải thiện chậm hơn	0x995C30
Ebaadc078f5d675e
$D10 << Ef5aac81dc889912
415.95	92	0x6B7280
415.95	472	0x6B7280

54.39	263.96	0x6B7280
702.16	263.96	0x6B7280
Ef5aac81dc889912
$D11 << E6c3d2edc040edba
379.19	82	Toàn tỉnh 35,2	0x222222
710.16	263.96	Toàn tỉnh +5,0	0x222222
E6c3d2edc040edba
$D12 << E3d0e3021231890e
656.48	327.63	0xFFFFFF
343.57	161.8	0xFFFFFF
564.67	423.48	0xFFFFFF
385.65	263.32	0xFFFFFF
462.87	131.59	0xFFFFFF
77.87	250.65	0xFFFFFF
413.98	219.46	0xFFFFFF
E3d0e3021231890e
$D13 << E3d378bd794af8c5
656.48	327.63	0x104377
343.57	161.8	0x104377
564.67	423.48	0x104377
385.65	263.32	0x104377
462.87	131.59	0x104377
77.87	250.65	0x104377
413.98	219.46	0x104377
E3d378bd794af8c5
$D14 << E75f5e5aa69bd11c
656.48	327.63	0x08519C
343.57	161.8	0x08519C
564.67	423.48	0x08519C
385.65	263.32	0x08519C
462.87	131.59	0x08519C
77.87	250.65	0x08519C
413.98	219.46	0x08519C
E75f5e5aa69bd11c
$D15 << E68561717d478eae
397.17	355.94	0xFFFFFF
E68561717d478eae
$D16 << Eff8b67bc1340457
397.17	355.94	0xAD6633
Eff8b67bc1340457
$D17 << Ecdb00782a782af2
397.17	355.94	0xE8833A
Ecdb00782a782af2
$D18 << Ee868d84e31f4c77
327.26	355.94	Kiến Xương	0x222222
664.48	327.63	Thành phố Thái Bình	0x222222
351.57	161.8	Quỳnh Phụ	0x222222
572.67	423.48	Hưng Hà	0x222222
318.18	252.12	Đông Hưng	0x222222
470.87	131.59	Thái Thụy	0x222222
85.87	250.65	Tiền Hải	0x222222
421.98	219.46	Vũ Thư	0x222222
Ee868d84e31f4c77
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D3 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D4 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D5 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D6 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D7 using 1:2:3:4 with labels center noenhanced rotate by 90 font 'Arimo,13' tc rgb variable, \
  $D8 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D9 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D10 using 1:2:3 with lines lw 1.20 dt (12,8) lc rgb variable, \
  $D11 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D12 using 1:2:3 with points pt 7 ps 6.300*px lc rgb variable, \
  $D13 using 1:2:3 with points pt 7 ps 5.300*px lc rgb variable, \
  $D14 using 1:2:3 with points pt 7 ps 4.300*px lc rgb variable, \
  $D15 using 1:2:3 with points pt 11 ps 6.615*px lc rgb variable, \
  $D16 using 1:2:3 with points pt 11 ps 5.565*px lc rgb variable, \
  $D17 using 1:2:3 with points pt 11 ps 4.515*px lc rgb variable, \
  $D18 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable
set output
