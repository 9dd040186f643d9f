reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,294 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './spine-member_rate-341.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [294:0]
$D1 << Ef341cce00265902
16	27.5	Thái Thụy so với Thái Bình, năm 2023	0x222222
Ef341cce00265902
$D2 << E411ef511206d1c1
28	242.5	12	7.5	0xF0E6C8
158.82	242.5	12	7.5	0xE8833A
E411ef511206d1c1
$D3 << E32d647e9ceba721
47	242.5	tương đương	0x222222
177.82	242.5	chưa bằng mức chung	0x222222
E32d647e9ceba721
$D4 << E82f6c5468ea86fb
158.82	242.5	▼	0x222222
E82f6c5468ea86fb
$D5 << E4be4dd1e3fa0806
16	274	Vạch nhạt đi từ huyện, thành phố kém nhất đến tốt nhất, vạch đậm là nửa ở giữa; bên phải là tốt hơn; mỗi dòng có thang riêng. (p) sơ bộ	0x5F6672
E4be4dd1e3fa0806
$D6 << Ef29d269fe184056
573.32	88	112.54	9	0xE5E7EB
583.02	118	122.24	9	0xE5E7EB
612.02	148	111.78	9	0xE5E7EB
600.01	178	123.8	9	0xE5E7EB
601.47	208	122.33	9	0xE5E7EB
Ef29d269fe184056
$D7 << Ed4d1b5a2e232873
598.43	88	22.02	9	0xADB2BC
604.65	118	61.84	9	0xADB2BC
586.63	148	31.03	9	0xADB2BC
599.21	178	47.61	9	0xADB2BC
590.2	208	25.59	9	0xADB2BC
Ed4d1b5a2e232873
$D8 << Ef917c5f2e0eada2
592.29	67	0x222222
592.29	223	0x222222
Ef917c5f2e0eada2
$D9 << E5dcc8d09f0cb7f8
592.29	58	Toàn tỉnh	0x222222
E5dcc8d09f0cb7f8
$D10 << Ec614e66ffdda8c9
610.55	88	0xFFFFFF
Ec614e66ffdda8c9
$D11 << Ea46e86bedfbbc7a
610.55	88	0x797568
Ea46e86bedfbbc7a
$D12 << E5f5d8b6529ece36
610.55	88	0xF0E6C8
E5f5d8b6529ece36
$D13 << E31c363fb88c54f0
538.63	118	0xFFFFFF
E31c363fb88c54f0
$D14 << E900e7efb6bee7c1
538.63	118	0xA36132
E900e7efb6bee7c1
$D15 << E5ce14411fb64055
538.63	118	0xF9E0CE
E5ce14411fb64055
$D16 << Ea5edc8ec14beab5
621.08	148	0xFFFFFF
Ea5edc8ec14beab5
$D17 << Ea1b6e1d882bcbd6
621.08	148	0x797568
Ea1b6e1d882bcbd6
$D18 << Ebd3b0c3ecfb40bf
621.08	148	0xF0E6C8
Ebd3b0c3ecfb40bf
$D19 << E6fb27672b1eb4a2
595.29	178	0xFFFFFF
E6fb27672b1eb4a2
$D20 << E64d3c10a6f60bbb
595.29	178	0x797568
E64d3c10a6f60bbb
$D21 << Eaa93d6d06141aba
595.29	178	0xF0E6C8
Eaa93d6d06141aba
$D22 << Ef5f54f63b1d420a
531.22	208	0xFFFFFF
Ef5f54f63b1d420a
$D23 << E06be2efe95031b2
531.22	208	0x797568
E06be2efe95031b2
$D24 << E23c45093fe79fdb
531.22	208	0xF0E6C8
E23c45093fe79fdb
$D25 << Eb2e410c6e2ba611
258.49	88	Tỷ lệ hội viên khuyến học trên dân số (%)	0x222222
321.62	88	36,7	0x222222
381.56	88	35,2	0x222222
442.78	88	24,3	0x222222
784	88	43,0	0x222222
258.49	118	Tỷ lệ gia đình học tập (%)	0x222222
321.62	118	63,3 (p)	0x222222
381.56	118	65,6	0x222222
442.78	118	59,9	0x222222
784	118	70,5	0x222222
258.49	148	Tỷ lệ công dân học tập (%)	0x222222
321.62	148	28,1	0x222222
381.56	148	26,8	0x222222
442.78	148	22,6	0x222222
784	148	32,7	0x222222
258.49	178	Tỷ lệ trẻ 5 tuổi ra lớp (%)	0x222222
321.62	178	99,5	0x222222
381.56	178	99,5	0x222222
442.78	178	99,4	0x222222
784	178	99,6	0x222222
258.49	208	Tỷ lệ đi học đúng tuổi trung học cơ sở (%)	0x222222
321.62	208	97,7	0x222222
381.56	208	98,2	0x222222
442.78	208	97,2	0x222222
784	208	99,3	0x222222
Eb2e410c6e2ba611
$D26 << E4bd4a88dc1f381a
321.62	61	Thái Thụy	0x5F6672
381.56	61	Toàn tỉnh	0x5F6672
442.78	61	Kém nhất	0x5F6672
784	61	Tốt nhất	0x5F6672
E4bd4a88dc1f381a
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D3 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D4 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D5 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D6 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D7 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D8 using 1:2:3 with lines lw 1.40 lc rgb variable, \
  $D9 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D10 using 1:2:3 with points pt 7 ps 10.000*px lc rgb variable, \
  $D11 using 1:2:3 with points pt 7 ps 8.400*px lc rgb variable, \
  $D12 using 1:2:3 with points pt 7 ps 7.000*px lc rgb variable, \
  $D13 using 1:2:3 with points pt 11 ps 10.500*px lc rgb variable, \
  $D14 using 1:2:3 with points pt 11 ps 8.820*px lc rgb variable, \
  $D15 using 1:2:3 with points pt 11 ps 7.350*px lc rgb variable, \
  $D16 using 1:2:3 with points pt 7 ps 10.000*px lc rgb variable, \
  $D17 using 1:2:3 with points pt 7 ps 8.400*px lc rgb variable, \
  $D18 using 1:2:3 with points pt 7 ps 7.000*px lc rgb variable, \
  $D19 using 1:2:3 with points pt 7 ps 10.000*px lc rgb variable, \
  $D20 using 1:2:3 with points pt 7 ps 8.400*px lc rgb variable, \
  $D21 using 1:2:3 with points pt 7 ps 7.000*px lc rgb variable, \
  $D22 using 1:2:3 with points pt 7 ps 10.000*px lc rgb variable, \
  $D23 using 1:2:3 with points pt 7 ps 8.400*px lc rgb variable, \
  $D24 using 1:2:3 with points pt 7 ps 7.000*px lc rgb variable, \
  $D25 using 1:2:3:4 with labels right noenhanced font 'Arimo,13' tc rgb variable, \
  $D26 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable
set output
