reset
set encoding utf8
set datafile separator '	'
set datafile commentschars ''
set datafile nofortran
px = 0.186
set terminal svg size 800,492 noenhanced font 'Arimo,13' background rgb '#FFFFFF'
set output './tiles-learning_family_rate.svg'
set margins 0,0,0,0
unset border
unset tics
unset key
set xrange [0:800]
set yrange [492:0]
$D1 << E12e8ba71374caa2
16	27.5	Tỷ lệ gia đình học tập (%) theo huyện, thành phố, năm 2023	0x222222
E12e8ba71374caa2
$D2 << Ef71489f8d691a11
16	50	Màu theo kết quả so với mức chung; trong ngoặc là số huyện, thành phố	0x5F6672
47	440.5	tốt hơn mức chung (3)	0x222222
229.22	440.5	tương đương (2)	0x222222
379.54	440.5	chưa bằng mức chung (3)	0x222222
Ef71489f8d691a11
$D3 << E3dfb72974789312
28	440.5	12	7.5	0x08519C
210.22	440.5	12	7.5	0xF0E6C8
360.54	440.5	12	7.5	0xE8833A
E3dfb72974789312
$D4 << E9a3fd52dedd9f48
28	440.5	▲	0xFFFFFF
360.54	440.5	▼	0x222222
E9a3fd52dedd9f48
$D5 << E25d649c6916661a
16	472	(p) sơ bộ	0x5F6672
E25d649c6916661a
$D6 << Ecd40b2a17ffe8bc
339.5	360.5	57.5	57.5	0x08519C
339.5	124.5	57.5	57.5	0x08519C
221.5	124.5	57.5	57.5	0xE8833A
339.5	242.5	57.5	57.5	0xE8833A
457.5	242.5	57.5	57.5	0xE8833A
575.5	360.5	57.5	57.5	0x08519C
457.5	360.5	57.5	57.5	0xF0E6C8
221.5	360.5	57.5	57.5	0xF0E6C8
Ecd40b2a17ffe8bc
$D7 << Ed428c7bd95bdca6
339.5	344.58	Thành phố	0xFFFFFF
339.5	359.52	Thái Bình	0xFFFFFF
339.5	116.05	Quỳnh Phụ	0xFFFFFF
221.5	116.05	Hưng Hà	0x222222
339.5	234.05	Đông Hưng	0x222222
457.5	234.05	Thái Thụy	0x222222
575.5	352.05	Tiền Hải	0xFFFFFF
457.5	352.05	Kiến Xương	0x222222
221.5	352.05	Vũ Thư	0x222222
Ed428c7bd95bdca6
$D8 << Eb0fc793b044958b
339.5	375.45	▲ 69,7 (p)	0xFFFFFF
339.5	131.98	▲ 70,5 (p)	0xFFFFFF
221.5	131.98	▼ 59,9 (p)	0x222222
339.5	249.98	▼ 63,5 (p)	0x222222
457.5	249.98	▼ 63,3 (p)	0x222222
575.5	367.98	▲ 68,5 (p)	0xFFFFFF
457.5	367.98	64,9 (p)	0x222222
221.5	367.98	65,2 (p)	0x222222
Eb0fc793b044958b
plot $D1 using 1:2:3:4 with labels left noenhanced font 'Arimo:Bold,17' tc rgb variable, \
  $D2 using 1:2:3:4 with labels left noenhanced font 'Arimo,13' tc rgb variable, \
  $D3 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D4 using 1:2:3:4 with labels center noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D5 using 1:2:3:4 with labels left noenhanced font 'Arimo,11.5' tc rgb variable, \
  $D6 using 1:2:3:4:5 with boxxyerror fs solid noborder lc rgb variable, \
  $D7 using 1:2:3:4 with labels center noenhanced font 'Arimo,13' tc rgb variable, \
  $D8 using 1:2:3:4 with labels center noenhanced font 'Arimo:Bold,13' tc rgb variable
set output
