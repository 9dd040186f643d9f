#!/usr/bin/env python3
"""The sample's golden figures, worked out apart from the program.

Reads the sample's exports straight, without layouts or any code of hoctap, and
works out each indicator whose parts are single quantities. Compares with the
golden files sample-province.csv and sample-districts.csv and says how many
agree. Run it after `make bless`, before the blessed files are committed:

    python3 tests/golden/recompute.py

Python 3 and nothing else. With a folder as argument it also writes what it read
as FOLDER/observations.csv.
"""
import csv, glob, io, os, re, sys, unicodedata
TOP=os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
P=os.path.join(TOP,'data/sample/thai-binh')
E=os.path.join(P,'exports')
D={'thái bình':'336','quỳnh phụ':'338','hưng hà':'339','đông hưng':'340','thái thụy':'341','thái thuỵ':'341','tiền hải':'342','kiến xương':'343','kiến xơng':'343','vũ thư':'344','thành phố':'336'}
def district(s):
    s=' '.join(s.lower().split())
    if s in D: return D[s]
    s=re.sub(r'^(thành phố|tp\.?|huyện|h\.)\s*','',s).strip()
    return D[s]
def rows(f,delim,enc='utf-8-sig'):
    t=open(os.path.join(E,f),'rb').read().decode(enc)
    return [[c.strip() for c in r] for r in csv.reader(io.StringIO(t,newline=''),delimiter=delim)]
def num(s,thou='.',dec=','):
    if s=='đang cập nhật': return None
    s=s.replace('\u00a0','').replace(' ','')
    if s in ('-','…','đang cập nhật',''): return None
    if thou: s=s.replace(thou,'')
    return float(s.replace(dec,'.'))
out={}
pub={}
def put(q,a,p,v,published=0,**dims):
    k=(q,a,str(p),';'.join(f'{d}={dims[d]}' for d in sorted(dims)))
    t=(v,published)
    if k in out and out[k]!=t:
        # a published total printed in two files
        assert out[k][0]==v,(k,out[k],t)
    out[k]=t
Y=range(2018,2024)
YD=range(2018,2025) # what districts reported until their tier ended
# 1 association
cols=[('members',{},1),('members',{'sex':'F'},1),('member_rate_published',{},1),('party_members',{},1),('party_members_in_association',{},1),('association_bodies',{},1),('chapters',{},1),('clan_boards',{},1),('cadres',{},1),('cadres_trained',{},1),('fund_raised',{},1e6),('fund_spent',{},1e6),('fund_balance',{},1e6),('scholarships',{},1),('scholarship_value',{},1e6),('awards',{},1)]
for y in YD:
    n=0
    for r in rows(f'hoi-khuyen-hoc-{y}.csv',';'):
        if r[0].isdigit(): a,p=district(r[1]),0
        elif r[1].startswith('Tổng cộng'): a,p='34',1
        else: continue
        n+=1
        for (q,d,s),c in zip(cols,r[2:18]):
            v=num(c); put(q,a,y,None if v is None else v*s,p,**d)
    assert n==9
# 2 bodies
qs=['communes_with_association','schools','schools_with_association','agencies','agencies_with_association','enterprises','enterprises_with_association','villages_with_chapter','members_briefed','commune_cadres','commune_cadres_in_centres','communes_chair_in_centre']
for y in range(2021,2024):
    for r in rows(f'to-chuc-hoi-{y}.csv',';',):
        if r[0].isdigit(): a,p=district(r[1]),0
        elif r[1]=='Toàn tỉnh': a,p='34',1
        else: continue
        for q,c in zip(qs,r[2:14]): put(q,a,y,num(c),p)
# 3 models
for y in YD:
    kinds=['family','clan','village','unit']
    base={'family':'families','clan':'clans','village':'villages','unit':'units','citizen':'citizens_assessed'}
    done={'family':'learning_families','clan':'learning_clans','village':'learning_villages','unit':'learning_units','citizen':'learning_citizens'}
    if y>=2022: kinds=kinds+['citizen']
    for r in rows(f'mo-hinh-hoc-tap-{y}.csv',';'):
        if r[0].isdigit(): a,p=district(r[1]),0
        elif r[1]=='Tổng số' : a,p='34',1
        else: continue
        i=2
        for k in kinds:
            put(base[k],a,y,num(r[i]),p); put(done[k],a,y,num(r[i+1]),p); put(f'learning_{k}_rate_published',a,y,num(r[i+2]),p); i+=3
        if y>=2022: put('learning_citizens_digital',a,y,num(r[i]),p)
# 4 communes
areas=list(csv.DictReader(open(os.path.join(P,'areas.csv'),encoding='utf-8')))
def alive(y): 
    d=f'{y}-12-31'
    return [r for r in areas if r['tier']=='commune' and (r['valid_from']=='' or r['valid_from']<=d) and (r['valid_to']=='' or d<r['valid_to'])]
def fold(s):
    s=unicodedata.normalize('NFC',' '.join(s.lower().split()))
    for a,b in (('oà','òa'),('uỵ','ụy'),('uý','úy')): s=s.replace(a,b)
    return re.sub(r'^(xã|p\.|tt\.|phường|thị trấn)\s*','',s)
cq=[('population',{}),('members',{}),('members',{'sex':'F'}),('households',{}),('learning_families',{}),('clans',{}),('learning_clans',{}),('villages',{}),('learning_villages',{}),('units',{}),('learning_units',{}),('citizens_assessed',{}),('learning_citizens',{})]
reg={(r['parent'],fold(r['name'])):r['code'] for r in alive(2023)}
for r in alive(2023):
    for al in r['aliases'].split('|'):
        if al: reg[(r['parent'],fold(al))]=r['code']
assert len(alive(2023))==260
rejected=[]; seen=set()
for r in rows('cap-xa-2023.csv',';'):
    if r[0].isdigit():
        k=(district(r[1]),fold(r[2]))
        if k not in reg: rejected.append(r[1:3]); continue
        a,p=reg[k],0; seen.add(a)
    elif r[1]=='Tổng cộng': a,p='34',1
    else: continue
    for (q,d),c in zip(cq,r[3:16]): put(q,a,2023,num(c),p,**d)
assert rejected==[['Quỳnh Phụ','Quỳnh Hoàn']] and len(seen)==259
c22={r['code'] for r in alive(2022)}
for r in rows('xa-phuong-2022.csv',',')[1:]:
    a=r[0].replace('.0',''); assert a in c22
    for (q,d),c in zip(cq,r[3:16]): put(q,a,2022,num(c),0,**d)
# 4a communes on the maps of their days: 286, 260, 242 and 65 of them
size={2019:286,2020:260,2021:260,2024:242,2025:65,2026:65}
on={y:alive(y) for y in size}
assert all(len(on[y])==n for y,n in size.items())
codes={y:{r['code'] for r in on[y]} for y in size}
for y in (2019,2020,2021):
    R=rows(f'dan-so-cap-xa-{y}.csv',',')[3:]
    assert {r[0] for r in R}==codes[y] and len(R)==size[y]
    for r in R: put('population',r[0],y,float(r[3]))
reg={(r['parent'],fold(r['name'])):r['code'] for r in on[2024]}
R=[r for r in rows('cap-xa-2024.csv',';') if r[0].isdigit()]
got=set()
for r in R:
    a=reg[(district(r[1]),fold(r[2]))]; got.add(a)
    for (q,d),c in zip(cq,r[3:16]): put(q,a,2024,num(c),**d)
assert got==codes[2024]
R=rows('xa-phuong-2025.csv',',')[2:]
assert {r[0] for r in R}==codes[2025] and len(R)==65
for r in R:
    for (q,d),c in zip(cq,r[2:15]): put(q,r[0],2025,num(c),**d)
kinds={'P.':'Phường','Xã':'Xã'}
reg={(r['type'],r['name']):r['code'] for r in on[2026]}
got,left={},[]
for r in rows('cap-xa-2026.csv',';'):
    if not r[0].isdigit(): continue
    k,_,n=r[1].partition(' ')
    if k not in kinds: left.append(r); continue
    a=reg[(kinds[k],n)]; got[a]=[num(c) for c in r[2:15]]
    for (q,d),v in zip(cq,got[a]): put(q,a,2026,v,**d)
assert set(got)==codes[2026]
# the row of the former district is the sum of the units that took it over
crossed=[r for r in csv.DictReader(open(os.path.join(P,'crosswalk.csv'),encoding='utf-8')) if r['date']=='2025-07-01']
was={r['code']:r['parent'] for r in on[2024]}
heirs={r['to_code'] for r in crossed if was[r['from_code']]=='339'}
assert len(heirs)==8 and [r[1] for r in left]==['Huyện Hưng Hà']
assert [num(c) for c in left[0][2:15]]==[sum(got[a][i] for a in heirs) for i in range(13)]
fq=[('fund_raised',1e6),('scholarships',1),('scholarship_value',1e6),('awards',1)]
for p,c in (('2025-H1',codes[2024]),('2025-H2',codes[2025])):
    R=rows(f'quy-khuyen-hoc-xa-{p}.csv',';')[3:]
    assert {r[0] for r in R}==c and len(R)==len(c)
    for r in R:
        for (q,s),v in zip(fq,r[2:]): put(q,r[0],p,num(v)*s)
# counted from January on: the whole year is never less than its first half
for a in codes[2025]:
    for q,s in fq:
        first=sum(out[(q,r['from_code'],'2025-H1','')][0] for r in crossed if r['to_code']==a)
        assert 0<=first<=out[(q,a,'2025-H2','')][0],(q,a)
# 5 pupils wide
R=rows('hoc-sinh-pho-thong.csv',',')
lv=['primary','lower_secondary','upper_secondary']
for r in R[6:]:
    a,p=('34',1) if r[0].startswith('TỔNG SỐ') else (district(r[0]),0)
    i=1
    for l in lv:
        for y in Y:
            put('enrolled',a,f'{y}-{y+1}',num(r[i]),p,school_level=l)
            put('enrolled',a,f'{y}-{y+1}',num(r[i+1]),p,school_level=l,sex='F'); i+=2
    assert i==37
# 6 by age
for r in rows('hoc-sinh-theo-do-tuoi.csv',';')[1:]:
    a=district(r[1]); s={'Nam':'M','Nữ':'F'}[r[3]]
    put('population',a,r[0],float(r[4]),0,age=r[2],sex=s)
    for l,c in zip(['kindergarten','primary','lower_secondary','upper_secondary','continuing'],r[5:]):
        put('enrolled',a,r[0],float(c),0,age=r[2],sex=s,school_level=l)
# 7 by grade
for r in rows('hoc-sinh-theo-lop.csv','\t')[1:]:
    a=district(r[1]); per=r[0].replace(' ','')
    for g in range(1,13):
        put('enrolled',a,per,float(r[1+g]),0,grade=g,school_level='primary' if g<6 else 'lower_secondary' if g<10 else 'upper_secondary')
    for g,l,c in zip((1,6,10),lv,r[14:]): put('new_entrants',a,per,float(c),0,grade=g,school_level=l)
LN={'Mẫu giáo':'kindergarten','Tiểu học':'primary','THCS':'lower_secondary','THPT':'upper_secondary','GDTX':'continuing'}
# 8 places, results
for r in rows('truong-lop-giao-vien.csv',',')[1:]:
    for q,c in zip(('schools','classes','teachers'),r[4:7]): put(q,r[1],r[0],num(c,',','.'),0,school_level=LN[r[3]])
for r in rows('bien-dong-hoc-sinh.csv',';')[1:]:
    for q,c in zip(('repeaters','leavers','completers'),r[3:]): put(q,district(r[1]),r[0].replace('–','-'),num(c),0,school_level=LN[r[2]])
# 9 universal
for r in rows('pho-cap-giao-duc.csv',';')[3:]:
    a=district(r[1]); y=r[0]
    for i,(q,d) in enumerate([('completers',dict(school_level='kindergarten',age=5)),('enrolled',dict(school_level='primary',grade=1,age=6)),('attained',dict(school_level='primary',age=11))]):
        put(q,a,y,num(r[2+2*i]),0,**d); put(q,a,y,num(r[3+2*i]),0,sex='F',**d)
    for u,c in zip(('preschool','primary_3','lower_secondary_3','literacy_2'),r[8:]): put('communes_universal',a,y,num(c),0,universal_standard=u)
# 10 training
tq=[('officials',{}),('officials',{'sex':'F'}),('officials_trained',{}),('officials_trained',{'sex':'F'}),('workers',{}),('workers',{'sex':'F'}),('workers_trained',{}),('rural_workers',{}),('rural_workers_learning',{})]
for y in Y:
    for r in rows(f'dao-tao-boi-duong-{y}.csv','\t','utf-16'):
        if r[0].isdigit(): a,p=district(r[1]),0
        elif r[1]=='Cộng': a,p='34',1
        else: continue
        for (q,d),c in zip(tq,r[2:]): put(q,a,y,num(c),p,**d)
# 11 institutions
iq=[('communes',{}),('communes_with_centre',{}),('centres',{}),('centres_good',{}),('centres_it',{}),('centre_classes',{}),('centre_visits',{}),('libraries',{'managed_by':'district'}),('libraries',{'managed_by':'commune'}),('libraries_lifelong',{'managed_by':'commune'}),('culture_houses',{})]
for r in rows('thiet-che.csv',';')[3:]:
    for (q,d),c in zip(iq,r[2:]): put(q,district(r[1]),r[0],num(c),0,**d)
# 12 steering
sq=['administrations','committees','committee_members','committee_members_trained','plans_with_targets','inspection_scope','inspections','organisations','organisations_briefed','heads_assessed','heads_assessed_on_learning','issues_raised','issues_resolved','reports_due','reports_on_time','learning_communes']
for y in Y:
    for r in rows(f'ban-chi-dao-{y}.csv',';'):
        if r[0].isdigit(): a,p=district(r[1]),0
        elif r[1]=='CỘNG': a,p='34',1
        else: continue
        for q,c in zip(sq,r[2:]): put(q,a,y,num(c),p)
# 13 media: one conflicting pair, both rejected
M={}
for r in rows('tin-bai-2018-2023.csv','|')[1:]:
    M.setdefault((r[0],district(r[1])),[]).append(r[2:])
for (y,a),v in M.items():
    for q,i in (('media_items',0),('media_items_exemplary',1)):
        vals={x[i] for x in v}
        if len(vals)==1: put(q,a,y,float(v[0][i]))
        else: print('conflict left out',q,a,y,vals,file=sys.stderr)
# 14 population
for r in rows('dan-so-theo-nhom-tuoi.csv',',')[5:]:
    a,p=('34',1) if r[1].startswith('TOÀN') else (district(r[1]),0)
    d={} if r[2].startswith('Tổng') else {'age':'60..' if r[2]=='60+' else r[2].replace('-','..')}
    for s,c in zip((None,'M','F'),r[3:]):
        put('population',a,r[0],float(c),p,**d,**({'sex':s} if s else {}))
# 15 households
for r in rows('so-ho.csv',';')[3:]:
    a,p=('34',1) if r[0].startswith('TỔNG') else (district(r[0]),0)
    for y,c in zip(Y,r[1:]): put('households',a,y,num(c),p)
if len(sys.argv)>1:
    with open(os.path.join(sys.argv[1],'observations.csv'),'w',newline='',encoding='utf-8') as f:
        w=csv.writer(f,lineterminator='\n'); w.writerow('quantity,area,period,dims,value,status,published'.split(','))
        for k in sorted(out):
            v,p=out[k]; w.writerow([*k,'' if v is None else repr(v) if v!=int(v) else int(v),'missing' if v is None else '',p])
print(len(out),'rows')
# --- checks -----------------------------------------------------------------
g=lambda q,a,p,d='':out[(q,a,str(p),d)][0]
DS=['336','338','339','340','341','342','343','344']
for q,x in (('learning_citizens',322726),('citizens_assessed',1204201),('learning_families',381123),('families',580980),('households',580980),('learning_clans',4581),('clans',7485),('learning_villages',1377),('villages',1809),('learning_units',947),('units',1220)):
    s=sum(g(q,d,2023) for d in DS); assert s==x==g(q,'34',2023),(q,s,x)
m=g('members','34',2021)/g('population','34',2021)*100; assert round(m,1)==33.7 and g('population','34',2021)==1876579 and g('population','34',2022)==1878540; print('member rate 2021',m)
bad=[]
for (q,a,p,d),(v,pb) in out.items():
    if a=='34' and v is not None and not q.endswith('_published'):
        parts=[out.get((q,x,p,d),(None,))[0] for x in DS]
        s=sum(x for x in parts if x is not None)
        if abs(s-v)>1e-3: bad.append((q,p,d,v,s))
print('total mismatches',bad)
# communes against districts
byp={r['code']:r['parent'] for r in alive(2023)}
for y in (2019,2020,2021,2024):
    of={r['code']:r['parent'] for r in on[y]}
    for q,d in cq if y==2024 else cq[:1]:
        if (q,d)==('households',{}): continue
        dd=';'.join(f'{k}={v}' for k,v in d.items())
        for x in DS:
            w=out.get((q,x,str(y),dd),(None,))[0]
            s=sum(out[(q,a,str(y),dd)][0] for a in of if of[a]==x)
            assert w is None or s==w,('commune sum differs',y,q,dd,x,s,w)
for y in (2022,2023):
    for q,d in cq:
        dd=';'.join(f'{k}={v}' for k,v in d.items())
        for x in DS:
            s=sum(v[0] for (qq,a,p,ddd),v in out.items() if qq==q and p==str(y) and ddd==dd and byp.get(a)==x)
            w=out.get((q,x,str(y),dd),(None,))[0]
            if s!=w: print('commune sum differs',y,q,dd,x,s,w)
# parts and wholes
pairs=[('learning_families','families'),('learning_clans','clans'),('learning_villages','villages'),('learning_units','units'),('learning_citizens','citizens_assessed'),('committees','administrations'),('plans_with_targets','administrations'),('inspections','inspection_scope'),('officials_trained','officials'),('cadres_trained','cadres'),('party_members_in_association','party_members'),('culture_houses','villages'),('clan_boards','clans'),('members','population'),('villages_with_chapter','villages'),('schools_with_association','schools'),('reports_on_time','reports_due'),('learning_communes','communes'),('media_items_exemplary','media_items')]
for n,dn in pairs:
    for (q,a,p,d),(v,pb) in out.items():
        if q==n and (dn,a,p,d) in out and v is not None and out[(dn,a,p,d)][0] is not None and v>out[(dn,a,p,d)][0]: print('part>whole',q,dn,a,p,d,v,out[(dn,a,p,d)][0])
for (q,a,p,d),(v,pb) in out.items():
    if 'sex=F' in d and v is not None:
        d2=';'.join(x for x in d.split(';') if x!='sex=F')
        if (q,a,p,d2) in out and out[(q,a,p,d2)][0] is not None and v>out[(q,a,p,d2)][0]: print('women>all',q,a,p,d,v,out[(q,a,p,d2)][0])
# fund identity; bands = single ages; grade sums; age sums
for x in DS:
    for y in range(2019,2025):
        assert abs(g('fund_balance',x,y-1)+g('fund_raised',x,y)-g('fund_spent',x,y)-g('fund_balance',x,y))<1,(x,y)
    for y in Y:
        sy=f'{y}-{y+1}'
        for b,lo,hi in (('3..5',3,5),('6..10',6,10),('11..14',11,14),('15..17',15,17)):
            for s in 'FM':
                assert g('population',x,y,f'age={b};sex={s}')==sum(g('population',x,sy,f'age={t};sex={s}') for t in range(lo,hi+1))
        assert g('population',x,y)==sum(g('population',x,y,f'age={b}') for b in ('0..2','3..5','6..10','11..14','15..17','18..59','60..'))
        for l,gs in (('primary',range(1,6)),('lower_secondary',range(6,10)),('upper_secondary',range(10,13))):
            t=g('enrolled',x,sy,f'school_level={l}')
            assert t==sum(g('enrolled',x,sy,f'grade={k};school_level={l}') for k in gs)
            assert t==sum(g('enrolled',x,sy,f'age={k};school_level={l};sex={s}') for k in range(3,18) for s in 'MF')
            assert g('enrolled',x,sy,f'school_level={l};sex=F')==sum(g('enrolled',x,sy,f'age={k};school_level={l};sex=F') for k in range(3,18))
        assert g('enrolled',x,y,'age=6;grade=1;school_level=primary')==sum(g('enrolled',x,sy,f'age=6;school_level=primary;sex={s}') for s in 'MF')
for (q,a,p,d),(v,pb) in out.items():
    if q=='enrolled' and 'age=' in d and 'sex=' in d and 'grade' not in d and v:
        ag=re.search(r'age=(\d+)',d)[1]; sx=re.search(r'sex=(.)',d)[1]
        n=g('population',a,p,f'age={ag};sex={sx}')
        if v>n: print('enrolled>population',a,p,d,v,n)

# --- the golden files -------------------------------------------------------
def definitions():
    """id -> (numerator, denominator, scale) of indicators without `for`."""
    found={}
    for f in sorted(glob.glob(os.path.join(TOP,'data/indicators/*.yaml'))):
        for block in re.split(r'\n(?=[a-z_0-9]+:\n)',open(f,encoding='utf-8').read()):
            head=re.match(r'([a-z_0-9]+):\n',block)
            part={k:v.strip('"') for k,v in re.findall(r'^  (numerator|denominator|scale|for): (.*)$',block,re.M)}
            folded='denominator' not in part and '\n  denominator:' in block
            if head and 'for' not in part and 'numerator' in part and not folded:
                found[head[1]]=(part['numerator'],part.get('denominator'),float(part.get('scale','1')))
    return found
def single(expression,area,year):
    """The figure of one quantity with plain picks; None when it is not that simple."""
    m=re.fullmatch(r'([a-z_0-9]+)(?:\[([a-z_]+=[a-zA-Z_0-9]+(?:, [a-z_]+=[a-zA-Z_0-9]+)*)\])?(?:@-(\d+))?',expression)
    if not m: return None
    picks=m[2].split(', ') if m[2] else []
    grade=[int(p[6:]) for p in picks if p.startswith('grade=')]
    if grade and not any(p.startswith('school_level=') for p in picks): # the files print grades under their level
        picks.append('school_level='+('primary' if grade[0]<6 else 'lower_secondary' if grade[0]<10 else 'upper_secondary'))
    dims=';'.join(sorted(picks))
    if m[3]: year=str(int(year)-int(m[3]))
    for p in (year,f'{year}-{int(year)+1}' if year.isdigit() else year):
        if (m[1],area,p,dims) in out: return out[(m[1],area,p,dims)][0]
    if area!='34': return None
    for below in (codes[2024],sorted(set(D.values()))):
        for p in (year,f'{year}-{int(year)+1}' if year.isdigit() else year):
            parts=[out.get((m[1],a,p,dims),(None,))[0] for a in below]
            if None not in parts: return sum(parts)
    return None
agreed=differ=0
kinds=definitions()
for name in ('sample-province.csv','sample-districts.csv'):
    for r in csv.DictReader(open(os.path.join(TOP,'tests/golden/expected',name),encoding='utf-8')):
        if r['breakdown'] or r['indicator'] not in kinds or not r['value']: continue
        top,base,scale=kinds[r['indicator']]
        x=single(top,r['area'],r['period'])
        n=single(base,r['area'],r['period']) if base else 1
        if x is None or not n: continue
        value=scale*x/n
        if abs(value-float(r['value']))<=1e-11*max(1,abs(value)): agreed+=1
        else: differ+=1; print('differs:',name,r['indicator'],r['area'],r['period'],r['value'],value)
print(agreed,'golden values agree,',differ,'differ')
sys.exit(differ>0)
