reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,403 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './gap-kg5_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [403:0]
$D1 << Ef21c5036b920653
16	27.5	Tỷ lệ trẻ 5 tuổi ra lớp: Nữ, Nam, theo huyện, thành phố, năm 2023	0x222222
Ef21c5036b920653
$D2 << E0beab546c11f5c0
149.41	81	0xE3E6EA
149.41	351	0xE3E6EA

261.65	81	0xE3E6EA
261.65	351	0xE3E6EA

373.89	81	0xE3E6EA
373.89	351	0xE3E6EA

486.13	81	0xE3E6EA
486.13	351	0xE3E6EA

598.37	81	0xE3E6EA
598.37	351	0xE3E6EA

710.61	81	0xE3E6EA
710.61	351	0xE3E6EA
E0beab546c11f5c0
$D3 << Ecc56b750ee6ef3b
149.41	362	99,2	0x5F6672
261.65	362	99,3	0x5F6672
373.89	362	99,4	0x5F6672
486.13	362	99,5	0x5F6672
598.37	362	99,6	0x5F6672
710.61	362	99,7	0x5F6672
Ecc56b750ee6ef3b
$D4 << E6c632dcf8fa8851
430.01	382	%	0x5F6672
E6c632dcf8fa8851
$D5 << Ead076730dec5e19
435.31	70	0x66AAD1
438.17	88	0x66AAD1

470.08	70	0xE69E66
467.22	88	0xE69E66
Ead076730dec5e19
$D6 << E6bf819d34bf4cf1
435.31	58	Nữ	0x0072B2
470.08	58	Nam	0xB15207
E6bf819d34bf4cf1
$D7 << Eb83a6c9e9ed8a0b
137.41	96	Toàn tỉnh	0x222222
784	96	0,0	0x222222
137.41	126	Vũ Thư	0x222222
784	126	−0,2	0x222222
137.41	156	Thành phố Thái Bình	0x222222
784	156	−0,2	0x222222
137.41	186	Hưng Hà	0x222222
784	186	+0,2	0x222222
137.41	216	Quỳnh Phụ	0x222222
784	216	−0,2	0x222222
137.41	246	Tiền Hải	0x222222
784	246	+0,1	0x222222
137.41	276	Kiến Xương	0x222222
784	276	+0,1	0x222222
137.41	306	Đông Hưng	0x222222
784	306	−0,1	0x222222
137.41	336	Thái Thụy	0x222222
784	336	0,0	0x222222
Eb83a6c9e9ed8a0b
$D8 << E2b966638b712275
784	69	Nữ trừ Nam	0x5F6672
E2b966638b712275
$D9 << E680563bbf3a736c
438.17	96	0xAEB4BD
467.22	96	0xAEB4BD

194.87	126	0xAEB4BD
467.11	126	0xAEB4BD

372.09	156	0xAEB4BD
642.13	156	0xAEB4BD

348.38	186	0xAEB4BD
597.34	186	0xAEB4BD

344.63	216	0xAEB4BD
521.21	216	0xAEB4BD

510.94	246	0xAEB4BD
668.14	246	0xAEB4BD

469.1	276	0xAEB4BD
546.58	276	0xAEB4BD

306.69	306	0xAEB4BD
371.92	306	0xAEB4BD

433.69	336	0xAEB4BD
482.05	336	0xAEB4BD
E680563bbf3a736c
$D10 << Ef8e35a9be1f8018
438.17	96	0xFFFFFF
194.87	126	0xFFFFFF
372.09	156	0xFFFFFF
597.34	186	0xFFFFFF
344.63	216	0xFFFFFF
668.14	246	0xFFFFFF
546.58	276	0xFFFFFF
306.69	306	0xFFFFFF
482.05	336	0xFFFFFF
Ef8e35a9be1f8018
$D11 << Ed0c5a4ecceb0817
438.17	96	0x0072B2
194.87	126	0x0072B2
372.09	156	0x0072B2
597.34	186	0x0072B2
344.63	216	0x0072B2
668.14	246	0x0072B2
546.58	276	0x0072B2
306.69	306	0x0072B2
482.05	336	0x0072B2
Ed0c5a4ecceb0817
$D12 << Eca54d2d94289b6a
467.22	96	0xFFFFFF
467.11	126	0xFFFFFF
642.13	156	0xFFFFFF
348.38	186	0xFFFFFF
521.21	216	0xFFFFFF
510.94	246	0xFFFFFF
469.1	276	0xFFFFFF
371.92	306	0xFFFFFF
433.69	336	0xFFFFFF
Eca54d2d94289b6a
$D13 << E8e21f28d238e92e
467.22	96	0xD55E00
467.11	126	0xD55E00
642.13	156	0xD55E00
348.38	186	0xD55E00
521.21	216	0xD55E00
510.94	246	0xD55E00
469.1	276	0xD55E00
371.92	306	0xD55E00
433.69	336	0xD55E00
E8e21f28d238e92e
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
