reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 560,563 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './lorenz-learning_family_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:560]
set yrange [563:0]
$D1 << E8f8eb6a97c2b492
16	27.5	Tỷ lệ gia đình học tập: phân bố giữa các địa bàn, năm 2023	0x222222
E8f8eb6a97c2b492
$D2 << E4972619d36b0973
80	509	0xD3E2F1
143.64	450.86	0xD3E2F1
202.48	394.09	0xD3E2F1
263.26	335.24	0xD3E2F1
310.53	288.46	0xD3E2F1
366.62	232.67	0xD3E2F1
418.54	178.45	0xD3E2F1
478.36	114.92	0xD3E2F1
536	53	0xD3E2F1
E4972619d36b0973
$D3 << Ee9ed388cb5d26a0
80	509	0xE3E6EA
80	53	0xE3E6EA

80	509	0xE3E6EA
536	509	0xE3E6EA

171.2	509	0xE3E6EA
171.2	53	0xE3E6EA

80	417.8	0xE3E6EA
536	417.8	0xE3E6EA

262.4	509	0xE3E6EA
262.4	53	0xE3E6EA

80	326.6	0xE3E6EA
536	326.6	0xE3E6EA

353.6	509	0xE3E6EA
353.6	53	0xE3E6EA

80	235.4	0xE3E6EA
536	235.4	0xE3E6EA

444.8	509	0xE3E6EA
444.8	53	0xE3E6EA

80	144.2	0xE3E6EA
536	144.2	0xE3E6EA

536	509	0xE3E6EA
536	53	0xE3E6EA

80	53	0xE3E6EA
536	53	0xE3E6EA
Ee9ed388cb5d26a0
$D4 << E3c4ec299c2ffe00
80	521	0%	0x5F6672
171.2	521	20%	0x5F6672
262.4	521	40%	0x5F6672
353.6	521	60%	0x5F6672
444.8	521	80%	0x5F6672
536	521	100%	0x5F6672
E3c4ec299c2ffe00
$D5 << E10985b76b744d52
73	509	0%	0x5F6672
73	417.8	20%	0x5F6672
73	326.6	40%	0x5F6672
73	235.4	60%	0x5F6672
73	144.2	80%	0x5F6672
73	53	100%	0x5F6672
E10985b76b744d52
$D6 << E5aa4a05ab066b23
308	542	tỷ trọng mẫu số cộng dồn, các huyện, thành phố xếp từ thấp đến cao	0x222222
E5aa4a05ab066b23
$D7 << E30f1b68d72d25a5
25	281	tỷ trọng tử số cộng dồn	0x222222
E30f1b68d72d25a5
$D8 << Ee4851b9fa013596
80	509	0x6B7280
536	53	0x6B7280
Ee4851b9fa013596
$D9 << Ed981041c51c67f2
80	509	0x08519C
143.64	450.86	0x08519C
202.48	394.09	0x08519C
263.26	335.24	0x08519C
310.53	288.46	0x08519C
366.62	232.67	0x08519C
418.54	178.45	0x08519C
478.36	114.92	0x08519C
536	53	0x08519C
Ed981041c51c67f2
$D10 << Ed981041c51c67f2
80	509	0x08519C
143.64	450.86	0x08519C
202.48	394.09	0x08519C
263.26	335.24	0x08519C
310.53	288.46	0x08519C
366.62	232.67	0x08519C
418.54	178.45	0x08519C
478.36	114.92	0x08519C
536	53	0x08519C
Ed981041c51c67f2
$D11 << E261f3e6a36522d5
160.05	82.24	65.81	13	0xFFFFFF
E261f3e6a36522d5
$D12 << E262036714d3047d
98.24	82.24	Hệ số Gini 0,030	0x08519C
E262036714d3047d
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3 with filledcurves closed fs solid noborder fc rgb variable, \
  $D3 using 1:2:3 with lines lw 1.00 lc rgb variable, \
  $D4 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D5 using 1:2:3:4 with labels right noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D6 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D7 using 1:2:3:4 with labels center noenhanced rotate by 90 font 'Arimo,13' tc rgb variable, \
  $D8 using 1:2:3 with lines lw 1.40 dt (12,8) lc rgb variable, \
  $D9 using 1:2:3 with lines lw 2.40 lc rgb variable, \
  $D10 using 1:2:3 with points pt 7 ps 3.000*px lc rgb variable, \
  $D11 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D12 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,16' tc rgb variable
set output
