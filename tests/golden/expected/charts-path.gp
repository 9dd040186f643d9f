reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,437 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './path-learning_family_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [437:0]
$D1 << E0a5682494d92ca4
16	27.5	Tỷ lệ gia đình học tập, lộ trình: Thái Bình	0x222222
E0a5682494d92ca4
$D2 << E20f0ef0c452b522
16	417	Để đạt 80,0% năm 2030, mỗi năm cần +2,1 điểm phần trăm. Mốc từng năm của kế hoạch: đường thẳng từ số liệu gốc đến mục tiêu	0x5F6672
E20f0ef0c452b522
$D3 << E1a718360eb24a7d
36.79	377	0x9AA1AC
660.88	377	0x9AA1AC

36.79	302	0xE3E6EA
660.88	302	0xE3E6EA

36.79	227	0xE3E6EA
660.88	227	0xE3E6EA

36.79	152	0xE3E6EA
660.88	152	0xE3E6EA

36.79	77	0xE3E6EA
660.88	77	0xE3E6EA

36.79	377	0x9AA1AC
660.88	377	0x9AA1AC

48.79	377	0x9AA1AC
48.79	381	0x9AA1AC

98.8	377	0x9AA1AC
98.8	381	0x9AA1AC

148.8	377	0x9AA1AC
148.8	381	0x9AA1AC

198.81	377	0x9AA1AC
198.81	381	0x9AA1AC

248.82	377	0x9AA1AC
248.82	381	0x9AA1AC

298.83	377	0x9AA1AC
298.83	381	0x9AA1AC

348.83	377	0x9AA1AC
348.83	381	0x9AA1AC

398.84	377	0x9AA1AC
398.84	381	0x9AA1AC

448.85	377	0x9AA1AC
448.85	381	0x9AA1AC

498.86	377	0x9AA1AC
498.86	381	0x9AA1AC

548.86	377	0x9AA1AC
548.86	381	0x9AA1AC

598.87	377	0x9AA1AC
598.87	381	0x9AA1AC

648.88	377	0x9AA1AC
648.88	381	0x9AA1AC
E1a718360eb24a7d
$D4 << Ebb73ec6b8d99150
28.79	377	0	0x5F6672
28.79	302	20	0x5F6672
28.79	227	40	0x5F6672
28.79	152	60	0x5F6672
28.79	77	80	0x5F6672
Ebb73ec6b8d99150
$D5 << Efbdb517ab3868fb
48.79	391	2018	0x5F6672
98.8	391	2019	0x5F6672
148.8	391	2020	0x5F6672
198.81	391	2021	0x5F6672
248.82	391	2022	0x5F6672
298.83	391	2023	0x5F6672
348.83	391	2024	0x5F6672
398.84	391	2025	0x5F6672
448.85	391	2026	0x5F6672
498.86	391	2027	0x5F6672
548.86	391	2028	0x5F6672
598.87	391	2029	0x5F6672
648.88	391	2030	0x5F6672
Efbdb517ab3868fb
$D6 << Ef703b79b27f5d4c
16	57	%	0x5F6672
Ef703b79b27f5d4c
$D7 << E58bec7ff53767bc
223.81	65	0x5F6672
223.81	377	0x5F6672
E58bec7ff53767bc
$D8 << Eaa6c4f030fa3556
223.81	57	38.12	7	0xFFFFFF
Eaa6c4f030fa3556
$D9 << E512c05c98dd4984
187.69	57	đổi định nghĩa	0x5F6672
E512c05c98dd4984
$D10 << Edf0e72c7f11ff11
305.83	131	0x84A8CE
658.88	131	0x84A8CE

405.84	114.5	0xE6BCD3
658.88	114.5	0xE6BCD3
Edf0e72c7f11ff11
$D11 << Efe151d1779d57d8
658.88	131	0x84A8CE
670.88	132.75	0x84A8CE

658.88	114.5	0xE6BCD3
670.88	112.75	0xE6BCD3
Efe151d1779d57d8
$D12 << E4a8ead50ed201f7
674.88	132.75	Toàn tỉnh: 65,6	0x08519C
674.88	112.75	Kế hoạch: 70,0	0x995F7F
674.88	79	Chỉ tiêu 2030: 80,0	0xB8500B
E4a8ead50ed201f7
$D13 << E5e2f07a66a52785
298.83	131	0xB8500B
398.84	114.5	0xB8500B
648.88	77	0xB8500B
E5e2f07a66a52785
$D14 << Ec2bc15a33d2354f
398.84	114.5	0xFFFFFF
648.88	77	0xFFFFFF
Ec2bc15a33d2354f
$D15 << Ebccdcefdae5b3ca
398.84	114.5	0xB8500B
648.88	77	0xB8500B
Ebccdcefdae5b3ca
$D16 << Ec2bc15a33d2354f
398.84	114.5	0xFFFFFF
648.88	77	0xFFFFFF
Ec2bc15a33d2354f
$D17 << E42defac9605d1b5
298.83	131	0xCC79A7
348.83	122.75	0xCC79A7
398.84	114.5	0xCC79A7
E42defac9605d1b5
$D18 << Ee795538d42f4d6a
298.83	131	0xFFFFFF
348.83	122.75	0xFFFFFF
398.84	114.5	0xFFFFFF
Ee795538d42f4d6a
$D19 << E42defac9605d1b5
298.83	131	0xCC79A7
348.83	122.75	0xCC79A7
398.84	114.5	0xCC79A7
E42defac9605d1b5
$D20 << E791f926fd8956ed
48.79	105.5	0x08519C
98.8	98.37	0x08519C
148.8	92.75	0x08519C
198.81	90.87	0x08519C

248.82	140.38	0x08519C
298.83	131	0x08519C
E791f926fd8956ed
$D21 << E7d6187597e57dfe
48.79	105.5	0xFFFFFF
98.8	98.37	0xFFFFFF
148.8	92.75	0xFFFFFF
198.81	90.87	0xFFFFFF
248.82	140.38	0xFFFFFF
298.83	131	0xFFFFFF
E7d6187597e57dfe
$D22 << Ef402f4298e5eb40
48.79	105.5	0x08519C
98.8	98.37	0x08519C
148.8	92.75	0x08519C
198.81	90.87	0x08519C
248.82	140.38	0x08519C
298.83	131	0x08519C
Ef402f4298e5eb40
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D3 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D4 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D5 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D6 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D7 using 1:2:3 with lines lw 1.00 dt (3,6) lc rgb variable, \
  $D8 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D9 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D10 using 1:2:3 with lines lw 1.00 dt (3,6) lc rgb variable, \
  $D11 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D12 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D13 using 1:2:3 with lines lw 1.70 dt (12,8) lc rgb variable, \
  $D14 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D15 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable, \
  $D16 using 1:2:3 with points pt 7 ps 2.600*px lc rgb variable, \
  $D17 using 1:2:3 with lines lw 1.70 lc rgb variable, \
  $D18 using 1:2:3 with points pt 5 ps 4.860*px lc rgb variable, \
  $D19 using 1:2:3 with points pt 5 ps 3.780*px lc rgb variable, \
  $D20 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D21 using 1:2:3 with points pt 7 ps 5.400*px lc rgb variable, \
  $D22 using 1:2:3 with points pt 7 ps 4.200*px lc rgb variable
set output
