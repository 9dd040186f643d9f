reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 560,604 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './concentration-member_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:560]
set yrange [604:0]
$D1 << E01002282b2a2cf5
16	27.5	Tỷ lệ hội viên khuyến học trên dân số:	0x222222
16	50.5	phân bố theo tỷ lệ hộ nghèo, năm 2023	0x222222
E01002282b2a2cf5
$D2 << Eac31fe111447030
80	532	0xD3E2F1
131.05	496.77	0xD3E2F1
196.28	428.73	0xD3E2F1
251.22	374.74	0xD3E2F1
310.53	319.35	0xD3E2F1
369.19	262.32	0xD3E2F1
429.68	193.6	0xD3E2F1
484.41	138.97	0xD3E2F1
536	76	0xD3E2F1
Eac31fe111447030
$D3 << E08e0022aaa6d7b8
80	532	0xE3E6EA
80	76	0xE3E6EA

80	532	0xE3E6EA
536	532	0xE3E6EA

171.2	532	0xE3E6EA
171.2	76	0xE3E6EA

80	440.8	0xE3E6EA
536	440.8	0xE3E6EA

262.4	532	0xE3E6EA
262.4	76	0xE3E6EA

80	349.6	0xE3E6EA
536	349.6	0xE3E6EA

353.6	532	0xE3E6EA
353.6	76	0xE3E6EA

80	258.4	0xE3E6EA
536	258.4	0xE3E6EA

444.8	532	0xE3E6EA
444.8	76	0xE3E6EA

80	167.2	0xE3E6EA
536	167.2	0xE3E6EA

536	532	0xE3E6EA
536	76	0xE3E6EA

80	76	0xE3E6EA
536	76	0xE3E6EA
E08e0022aaa6d7b8
$D4 << E511b47b3eb70fd9
80	544	0%	0x5F6672
171.2	544	20%	0x5F6672
262.4	544	40%	0x5F6672
353.6	544	60%	0x5F6672
444.8	544	80%	0x5F6672
536	544	100%	0x5F6672
E511b47b3eb70fd9
$D5 << E5fbb0ceaf783feb
73	532	0%	0x5F6672
73	440.8	20%	0x5F6672
73	349.6	40%	0x5F6672
73	258.4	60%	0x5F6672
73	167.2	80%	0x5F6672
73	76	100%	0x5F6672
E5fbb0ceaf783feb
$D6 << E354906d4525628e
308	565	tỷ trọng mẫu số cộng dồn, các huyện, thành	0x222222
308	583	phố xếp từ tỷ lệ hộ nghèo cao đến thấp	0x222222
E354906d4525628e
$D7 << E4f7e094f40367a9
25	304	tỷ trọng tử số cộng dồn	0x222222
E4f7e094f40367a9
$D8 << E8182a36d5c15f63
80	532	0x6B7280
536	76	0x6B7280
E8182a36d5c15f63
$D9 << E795ba8faa90fbe5
80	532	0x08519C
131.05	496.77	0x08519C
196.28	428.73	0x08519C
251.22	374.74	0x08519C
310.53	319.35	0x08519C
369.19	262.32	0x08519C
429.68	193.6	0x08519C
484.41	138.97	0x08519C
536	76	0x08519C
E795ba8faa90fbe5
$D10 << E795ba8faa90fbe5
80	532	0x08519C
131.05	496.77	0x08519C
196.28	428.73	0x08519C
251.22	374.74	0x08519C
310.53	319.35	0x08519C
369.19	262.32	0x08519C
429.68	193.6	0x08519C
484.41	138.97	0x08519C
536	76	0x08519C
E795ba8faa90fbe5
$D11 << E624f217cfcb1f23
181.82	105.24	87.58	13	0xFFFFFF
E624f217cfcb1f23
$D12 << E24409582825c4a9
98.24	105.24	Chỉ số tập trung 0,057	0x08519C
E24409582825c4a9
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
