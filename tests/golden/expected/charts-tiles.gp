reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,468 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './tiles-member_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [468:0]
$D1 << Eea62320fde832af
16	27.5	Tỷ lệ hội viên khuyến học trên dân số (%) theo huyện, thành phố, năm 2023	0x222222
Eea62320fde832af
$D2 << Eabc92e338c813c7
16	50	Màu theo khoảng giá trị; trong ngoặc là số huyện, thành phố	0x5F6672
47	440.5	24,3–34,1 (2)	0x222222
177.32	440.5	34,2–35,1 (2)	0x222222
307.65	440.5	35,2–39,9 (2)	0x222222
437.97	440.5	40,0–43,0 (2)	0x222222
Eabc92e338c813c7
$D3 << Ef4ef99a5da79377
28	440.5	12	7.5	0xDBE9F6
158.32	440.5	12	7.5	0xBDD7E7
288.65	440.5	12	7.5	0x6BAED6
418.97	440.5	12	7.5	0x08519C
Ef4ef99a5da79377
$D4 << Eaed734089fbb61c
339.5	360.5	57.5	57.5	0x08519C
339.5	124.5	57.5	57.5	0xDBE9F6
221.5	124.5	57.5	57.5	0x08519C
339.5	242.5	57.5	57.5	0xBDD7E7
457.5	242.5	57.5	57.5	0x6BAED6
575.5	360.5	57.5	57.5	0xDBE9F6
457.5	360.5	57.5	57.5	0xBDD7E7
221.5	360.5	57.5	57.5	0x6BAED6
Eaed734089fbb61c
$D5 << Eeb59acf8045f458
339.5	344.58	Thành phố	0xFFFFFF
339.5	359.52	Thái Bình	0xFFFFFF
339.5	116.05	Quỳnh Phụ	0x222222
221.5	116.05	Hưng Hà	0xFFFFFF
339.5	234.05	Đông Hưng	0x222222
457.5	234.05	Thái Thụy	0x222222
575.5	352.05	Tiền Hải	0x222222
457.5	352.05	Kiến Xương	0x222222
221.5	352.05	Vũ Thư	0x222222
Eeb59acf8045f458
$D6 << E0d7fee1ccb3e70a
339.5	375.45	43,0	0xFFFFFF
339.5	131.98	32,9	0x222222
221.5	131.98	40,0	0xFFFFFF
339.5	249.98	34,2	0x222222
457.5	249.98	36,7	0x222222
575.5	367.98	24,3	0x222222
457.5	367.98	34,6	0x222222
221.5	367.98	35,2	0x222222
E0d7fee1ccb3e70a
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D3 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D4 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D5 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D6 using 1:2:3:4 with labels center noenhanced font 'Arimo:Bold,13' tc rgb variable
set output
