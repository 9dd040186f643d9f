reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,403 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './equiplot-ner_lower_secondary.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [403:0]
$D1 << E9b67361dae8bb4f
16	27.5	Tỷ lệ đi học đúng tuổi trung học cơ sở: Nữ, Nam, theo huyện, thành phố, năm 2023	0x222222
E9b67361dae8bb4f
$D2 << E62166ac837ae263
149.41	81	0xE3E6EA
149.41	351	0xE3E6EA

229.58	81	0xE3E6EA
229.58	351	0xE3E6EA

309.75	81	0xE3E6EA
309.75	351	0xE3E6EA

389.92	81	0xE3E6EA
389.92	351	0xE3E6EA

470.1	81	0xE3E6EA
470.1	351	0xE3E6EA

550.27	81	0xE3E6EA
550.27	351	0xE3E6EA

630.44	81	0xE3E6EA
630.44	351	0xE3E6EA

710.61	81	0xE3E6EA
710.61	351	0xE3E6EA
E62166ac837ae263
$D3 << E2d491b85622571a
149.41	362	96,5	0x5F6672
229.58	362	97,0	0x5F6672
309.75	362	97,5	0x5F6672
389.92	362	98,0	0x5F6672
470.1	362	98,5	0x5F6672
550.27	362	99,0	0x5F6672
630.44	362	99,5	0x5F6672
710.61	362	100,0	0x5F6672
E2d491b85622571a
$D4 << E6c632dcf8fa8851
430.01	382	%	0x5F6672
E6c632dcf8fa8851
$D5 << Eb691b45fbf79567
474.36	70	0x66AAD1
474.36	88	0x66AAD1

377.85	70	0xE69E66
377.85	88	0xE69E66
Eb691b45fbf79567
$D6 << E286c2a5d1002ebe
474.36	58	Nữ	0x0072B2
377.85	58	Nam	0xB15207
E286c2a5d1002ebe
$D7 << E5234c589d5a4c70
137.41	96	Toàn tỉnh	0x222222
784	96	+0,6	0x222222
137.41	126	Hưng Hà	0x222222
784	126	+1,2	0x222222
137.41	156	Thành phố Thái Bình	0x222222
784	156	+0,6	0x222222
137.41	186	Thái Thụy	0x222222
784	186	+0,6	0x222222
137.41	216	Vũ Thư	0x222222
784	216	+0,6	0x222222
137.41	246	Tiền Hải	0x222222
784	246	+0,5	0x222222
137.41	276	Kiến Xương	0x222222
784	276	+0,5	0x222222
137.41	306	Quỳnh Phụ	0x222222
784	306	+0,5	0x222222
137.41	336	Đông Hưng	0x222222
784	336	+0,4	0x222222
E5234c589d5a4c70
$D8 << E2b966638b712275
784	69	Nữ trừ Nam	0x5F6672
E2b966638b712275
$D9 << Efa2d913b18fc348
377.85	96	0xAEB4BD
474.36	96	0xAEB4BD

389.81	126	0xAEB4BD
579.96	126	0xAEB4BD

558.53	156	0xAEB4BD
660.4	156	0xAEB4BD

293.67	186	0xAEB4BD
389.04	186	0xAEB4BD

355.77	216	0xAEB4BD
449.81	216	0xAEB4BD

228.55	246	0xAEB4BD
307.75	246	0xAEB4BD

386.46	276	0xAEB4BD
462.88	276	0xAEB4BD

395.93	306	0xAEB4BD
469.08	306	0xAEB4BD

421.56	336	0xAEB4BD
478.3	336	0xAEB4BD
Efa2d913b18fc348
$D10 << Ecf498dc4ae8a751
474.36	96	0xFFFFFF
579.96	126	0xFFFFFF
660.4	156	0xFFFFFF
389.04	186	0xFFFFFF
449.81	216	0xFFFFFF
307.75	246	0xFFFFFF
462.88	276	0xFFFFFF
469.08	306	0xFFFFFF
478.3	336	0xFFFFFF
Ecf498dc4ae8a751
$D11 << Ef41a1003b9f4b0f
474.36	96	0x0072B2
579.96	126	0x0072B2
660.4	156	0x0072B2
389.04	186	0x0072B2
449.81	216	0x0072B2
307.75	246	0x0072B2
462.88	276	0x0072B2
469.08	306	0x0072B2
478.3	336	0x0072B2
Ef41a1003b9f4b0f
$D12 << E5196d144c4f5ab6
377.85	96	0xFFFFFF
389.81	126	0xFFFFFF
558.53	156	0xFFFFFF
293.67	186	0xFFFFFF
355.77	216	0xFFFFFF
228.55	246	0xFFFFFF
386.46	276	0xFFFFFF
395.93	306	0xFFFFFF
421.56	336	0xFFFFFF
E5196d144c4f5ab6
$D13 << Edd28b4a29c6ce80
377.85	96	0xD55E00
389.81	126	0xD55E00
558.53	156	0xD55E00
293.67	186	0xD55E00
355.77	216	0xD55E00
228.55	246	0xD55E00
386.46	276	0xD55E00
395.93	306	0xD55E00
421.56	336	0xD55E00
Edd28b4a29c6ce80
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D3 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D4 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D5 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D6 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D7 using 1:2:3:4 with labels right noenhanced font 'Arimo,13' tc rgb variable, \
  $D8 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D9 using 1:2:3 with lines lw 4.20 lc rgb variable, \
  $D10 using 1:2:3 with points pt 7 ps 7.400*px lc rgb variable, \
  $D11 using 1:2:3 with points pt 7 ps 6.000*px lc rgb variable, \
  $D12 using 1:2:3 with points pt 5 ps 6.660*px lc rgb variable, \
  $D13 using 1:2:3 with points pt 5 ps 5.400*px lc rgb variable
set output
