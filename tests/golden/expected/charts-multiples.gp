reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,345 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './multiples-member_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [345:0]
$D1 << E1862f19f94c1f8a
16	27.5	Tỷ lệ hội viên khuyến học trên dân số theo huyện, thành phố, 2018–2023	0x222222
E1862f19f94c1f8a
$D2 << E0607bc515636ac8
16	325	Đường xám: Toàn tỉnh; các ô cùng một thang	0x5F6672
E0607bc515636ac8
$D3 << Ef703b79b27f5d4c
16	57	%	0x5F6672
Ef703b79b27f5d4c
$D4 << Eaa41215f784fdeb
34.79	77	Thành phố Thái Bình	0x222222
Eaa41215f784fdeb
$D5 << Efc2dd26def8e3b9
34.79	169	0xE3E6EA
188.71	169	0xE3E6EA

34.79	148.5	0xE3E6EA
188.71	148.5	0xE3E6EA

34.79	128	0xE3E6EA
188.71	128	0xE3E6EA

34.79	107.5	0xE3E6EA
188.71	107.5	0xE3E6EA

34.79	87	0xE3E6EA
188.71	87	0xE3E6EA
Efc2dd26def8e3b9
$D6 << E37cebde8155f37b
29.79	169	10	0x5F6672
29.79	148.5	20	0x5F6672
29.79	128	30	0x5F6672
29.79	107.5	40	0x5F6672
29.79	87	50	0x5F6672
E37cebde8155f37b
$D7 << E07141627027e974
46.79	127.48	0x6B7280
72.77	125.11	0x6B7280
98.76	123.12	0x6B7280
124.74	120.42	0x6B7280
150.73	118.77	0x6B7280
176.71	117.31	0x6B7280
E07141627027e974
$D8 << E540ac733cf7be78
46.79	108.23	0x08519C
72.77	107.35	0x08519C
98.76	103.37	0x08519C
124.74	102.85	0x08519C
150.73	103.03	0x08519C
176.71	101.4	0x08519C
E540ac733cf7be78
$D9 << E65943d38b7c439e
176.71	101.4	0xFFFFFF
E65943d38b7c439e
$D10 << Ed71dae662588dac
176.71	101.4	0x08519C
Ed71dae662588dac
$D11 << E258324c3e268869
194.9	101.4	12.19	6	0xFFFFFF
E258324c3e268869
$D12 << E59bbbaf70d61fbe
183.71	101.4	43,0	0x08519C
E59bbbaf70d61fbe
$D13 << E054c49235c22865
225.09	77	Hưng Hà	0x222222
E054c49235c22865
$D14 << E481afa787f8165a
225.09	169	0xE3E6EA
379.02	169	0xE3E6EA

225.09	148.5	0xE3E6EA
379.02	148.5	0xE3E6EA

225.09	128	0xE3E6EA
379.02	128	0xE3E6EA

225.09	107.5	0xE3E6EA
379.02	107.5	0xE3E6EA

225.09	87	0xE3E6EA
379.02	87	0xE3E6EA
E481afa787f8165a
$D15 << E4ab6598c3b76ae8
237.09	127.48	0x6B7280
263.08	125.11	0x6B7280
289.06	123.12	0x6B7280
315.05	120.42	0x6B7280
341.03	118.77	0x6B7280
367.02	117.31	0x6B7280
E4ab6598c3b76ae8
$D16 << Ec6e65112e58dfa6
237.09	109.28	0x08519C
263.08	108.56	0x08519C
289.06	111.54	0x08519C
315.05	109.33	0x08519C
341.03	108.57	0x08519C
367.02	107.47	0x08519C
Ec6e65112e58dfa6
$D17 << E93e22d625784a9a
367.02	107.47	0xFFFFFF
E93e22d625784a9a
$D18 << E8eac619348bdcb0
367.02	107.47	0x08519C
E8eac619348bdcb0
$D19 << E442cbd54aeafa0c
385.2	107.47	12.19	6	0xFFFFFF
E442cbd54aeafa0c
$D20 << Ed0a37d1551162c2
374.02	107.47	40,0	0x08519C
Ed0a37d1551162c2
$D21 << E8d9d3310760efe9
415.39	77	Thái Thụy	0x222222
E8d9d3310760efe9
$D22 << Efc4f2966c619119
415.39	169	0xE3E6EA
569.32	169	0xE3E6EA

415.39	148.5	0xE3E6EA
569.32	148.5	0xE3E6EA

415.39	128	0xE3E6EA
569.32	128	0xE3E6EA

415.39	107.5	0xE3E6EA
569.32	107.5	0xE3E6EA

415.39	87	0xE3E6EA
569.32	87	0xE3E6EA
Efc4f2966c619119
$D23 << E2716ceb3a9443b5
427.39	127.48	0x6B7280
453.38	125.11	0x6B7280
479.36	123.12	0x6B7280
505.35	120.42	0x6B7280
531.33	118.77	0x6B7280
557.32	117.31	0x6B7280
E2716ceb3a9443b5
$D24 << E338a1cbe6d1d36e
427.39	131.31	0x08519C
453.38	126.65	0x08519C
479.36	123.76	0x08519C
505.35	119.57	0x08519C
531.33	112.27	0x08519C
557.32	114.2	0x08519C
E338a1cbe6d1d36e
$D25 << E91b8effb3a05b23
557.32	114.2	0xFFFFFF
E91b8effb3a05b23
$D26 << Eea962075ef0aaed
557.32	114.2	0x08519C
Eea962075ef0aaed
$D27 << E0758888856bafba
575.51	114.2	12.19	6	0xFFFFFF
E0758888856bafba
$D28 << E1ac0d3126670dd8
564.32	114.2	36,7	0x08519C
E1ac0d3126670dd8
$D29 << E6dc8f514e158a33
605.7	77	Vũ Thư	0x222222
E6dc8f514e158a33
$D30 << E8d8101e340442dc
605.7	169	0xE3E6EA
759.62	169	0xE3E6EA

605.7	148.5	0xE3E6EA
759.62	148.5	0xE3E6EA

605.7	128	0xE3E6EA
759.62	128	0xE3E6EA

605.7	107.5	0xE3E6EA
759.62	107.5	0xE3E6EA

605.7	87	0xE3E6EA
759.62	87	0xE3E6EA
E8d8101e340442dc
$D31 << Edbe40890971cdff
617.7	127.48	0x6B7280
643.68	125.11	0x6B7280
669.67	123.12	0x6B7280
695.65	120.42	0x6B7280
721.64	118.77	0x6B7280
747.62	117.31	0x6B7280
Edbe40890971cdff
$D32 << Ee944b74209974f0
617.7	129.94	0x08519C
643.68	127.87	0x08519C
669.67	123.26	0x08519C
695.65	121.73	0x08519C
721.64	121.9	0x08519C
747.62	117.44	0x08519C
Ee944b74209974f0
$D33 << E0288a8a975b7f5f
747.62	117.44	0xFFFFFF
E0288a8a975b7f5f
$D34 << Eadede906743ef57
747.62	117.44	0x08519C
Eadede906743ef57
$D35 << Eaffe4900ed41495
765.81	117.44	12.19	6	0xFFFFFF
Eaffe4900ed41495
$D36 << Ed882c364205fcb8
754.62	117.44	35,2	0x08519C
Ed882c364205fcb8
$D37 << Ede2d7a8c4bf7020
34.79	187	Kiến Xương	0x222222
Ede2d7a8c4bf7020
$D38 << E933f8b71601d395
34.79	279	0xE3E6EA
188.71	279	0xE3E6EA

34.79	258.5	0xE3E6EA
188.71	258.5	0xE3E6EA

34.79	238	0xE3E6EA
188.71	238	0xE3E6EA

34.79	217.5	0xE3E6EA
188.71	217.5	0xE3E6EA

34.79	197	0xE3E6EA
188.71	197	0xE3E6EA
E933f8b71601d395
$D39 << E50a166aed7ce729
29.79	279	10	0x5F6672
29.79	258.5	20	0x5F6672
29.79	238	30	0x5F6672
29.79	217.5	40	0x5F6672
29.79	197	50	0x5F6672
E50a166aed7ce729
$D40 << E47740cfbd063c3b
46.79	290	2018	0x5F6672
176.71	290	2023	0x5F6672
E47740cfbd063c3b
$D41 << E93e0c7874e19e1b
46.79	237.48	0x6B7280
72.77	235.11	0x6B7280
98.76	233.12	0x6B7280
124.74	230.42	0x6B7280
150.73	228.77	0x6B7280
176.71	227.31	0x6B7280
E93e0c7874e19e1b
$D42 << E686395ddeae0e11
46.79	233.9	0x08519C
72.77	230.44	0x08519C
98.76	229.58	0x08519C
124.74	228.9	0x08519C
150.73	228.95	0x08519C
176.71	228.55	0x08519C
E686395ddeae0e11
$D43 << E8f6cf7a583d46ed
176.71	228.55	0xFFFFFF
E8f6cf7a583d46ed
$D44 << E3a03424b37f3ce0
176.71	228.55	0x08519C
E3a03424b37f3ce0
$D45 << E54f560e50d18658
194.9	228.55	12.19	6	0xFFFFFF
E54f560e50d18658
$D46 << Ed0fcc9770077966
183.71	228.55	34,6	0x08519C
Ed0fcc9770077966
$D47 << Ed81f2f6d6d776aa
225.09	187	Đông Hưng	0x222222
Ed81f2f6d6d776aa
$D48 << Efafe542f0c1048e
225.09	279	0xE3E6EA
379.02	279	0xE3E6EA

225.09	258.5	0xE3E6EA
379.02	258.5	0xE3E6EA

225.09	238	0xE3E6EA
379.02	238	0xE3E6EA

225.09	217.5	0xE3E6EA
379.02	217.5	0xE3E6EA

225.09	197	0xE3E6EA
379.02	197	0xE3E6EA
Efafe542f0c1048e
$D49 << Ed89c5f309f2f443
237.09	290	2018	0x5F6672
367.02	290	2023	0x5F6672
Ed89c5f309f2f443
$D50 << E141a5d96f9690e9
237.09	237.48	0x6B7280
263.08	235.11	0x6B7280
289.06	233.12	0x6B7280
315.05	230.42	0x6B7280
341.03	228.77	0x6B7280
367.02	227.31	0x6B7280
E141a5d96f9690e9
$D51 << E8a5a896c4121ec2
237.09	239.52	0x08519C
263.08	239.96	0x08519C
289.06	235.79	0x08519C
315.05	234.61	0x08519C
341.03	231.4	0x08519C
367.02	229.31	0x08519C
E8a5a896c4121ec2
$D52 << Ee27b0f0b815e40b
367.02	229.31	0xFFFFFF
Ee27b0f0b815e40b
$D53 << Ef8cf4ba6d7758aa
367.02	229.31	0x08519C
Ef8cf4ba6d7758aa
$D54 << E25e0dcd54bbb7f3
385.2	229.31	12.19	6	0xFFFFFF
E25e0dcd54bbb7f3
$D55 << E80d1cd65088407a
374.02	229.31	34,2	0x08519C
E80d1cd65088407a
$D56 << E573813357ba36f3
415.39	187	Quỳnh Phụ	0x222222
E573813357ba36f3
$D57 << E20063de09eba93a
415.39	279	0xE3E6EA
569.32	279	0xE3E6EA

415.39	258.5	0xE3E6EA
569.32	258.5	0xE3E6EA

415.39	238	0xE3E6EA
569.32	238	0xE3E6EA

415.39	217.5	0xE3E6EA
569.32	217.5	0xE3E6EA

415.39	197	0xE3E6EA
569.32	197	0xE3E6EA
E20063de09eba93a
$D58 << E2b2c927905ef1b4
427.39	290	2018	0x5F6672
557.32	290	2023	0x5F6672
E2b2c927905ef1b4
$D59 << E3c91be7708193f6
427.39	237.48	0x6B7280
453.38	235.11	0x6B7280
479.36	233.12	0x6B7280
505.35	230.42	0x6B7280
531.33	228.77	0x6B7280
557.32	227.31	0x6B7280
E3c91be7708193f6
$D60 << Ee4ead1e34d02c7e
427.39	247.62	0x08519C
453.38	243.88	0x08519C
479.36	241.04	0x08519C
505.35	234.58	0x08519C
531.33	235.28	0x08519C
557.32	232.1	0x08519C
Ee4ead1e34d02c7e
$D61 << Eff306782e16a1c0
557.32	232.1	0xFFFFFF
Eff306782e16a1c0
$D62 << E3444f7016877ab3
557.32	232.1	0x08519C
E3444f7016877ab3
$D63 << E9b210fea0240ae8
575.51	232.1	12.19	6	0xFFFFFF
E9b210fea0240ae8
$D64 << E782286a3ff6dc49
564.32	232.1	32,9	0x08519C
E782286a3ff6dc49
$D65 << Ee7aae0117ffc6ba
605.7	187	Tiền Hải	0x222222
Ee7aae0117ffc6ba
$D66 << E804b924d94f111b
605.7	279	0xE3E6EA
759.62	279	0xE3E6EA

605.7	258.5	0xE3E6EA
759.62	258.5	0xE3E6EA

605.7	238	0xE3E6EA
759.62	238	0xE3E6EA

605.7	217.5	0xE3E6EA
759.62	217.5	0xE3E6EA

605.7	197	0xE3E6EA
759.62	197	0xE3E6EA
E804b924d94f111b
$D67 << E71a9eada77d2660
617.7	290	2018	0x5F6672
747.62	290	2023	0x5F6672
E71a9eada77d2660
$D68 << E7563bbb7eba742a
617.7	237.48	0x6B7280
643.68	235.11	0x6B7280
669.67	233.12	0x6B7280
695.65	230.42	0x6B7280
721.64	228.77	0x6B7280
747.62	227.31	0x6B7280
E7563bbb7eba742a
$D69 << E04ccf1ce411e702
617.7	260.54	0x08519C
643.68	256.88	0x08519C
669.67	257.19	0x08519C
695.65	252.85	0x08519C
721.64	250.86	0x08519C
747.62	249.67	0x08519C
E04ccf1ce411e702
$D70 << E44c2c41acc65858
747.62	249.67	0xFFFFFF
E44c2c41acc65858
$D71 << Ebda0b31b64fa14d
747.62	249.67	0x08519C
Ebda0b31b64fa14d
$D72 << Efc721370fbe2c4c
765.81	249.67	12.19	6	0xFFFFFF
Efc721370fbe2c4c
$D73 << E5585edee041aa5b
754.62	249.67	24,3	0x08519C
E5585edee041aa5b
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D3 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D4 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D5 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D6 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D7 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D8 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D9 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D10 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D11 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D12 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D13 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D14 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D15 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D16 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D17 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D18 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D19 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D20 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D21 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D22 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D23 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D24 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D25 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D26 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D27 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D28 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D29 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D30 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D31 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D32 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D33 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D34 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D35 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D36 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D37 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D38 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D39 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D40 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D41 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D42 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D43 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D44 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D45 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D46 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D47 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D48 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D49 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D50 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D51 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D52 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D53 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D54 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D55 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D56 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D57 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D58 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D59 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D60 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D61 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D62 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D63 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D64 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D65 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,11.5' tc rgb variable, \
  $D66 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D67 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D68 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D69 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D70 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D71 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D72 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D73 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable
set output
