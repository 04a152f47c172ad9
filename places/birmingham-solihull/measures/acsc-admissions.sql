-- id: acsc-admissions
-- title: Emergency admissions that better care outside hospital often avoids
-- question: Do people come into hospital with what could have been treated or prevented outside?
-- definition: Emergency admissions of people who have left, whose main coded diagnosis is one of 19 ambulatory-care-sensitive
--   conditions (in the manner of the list of Purdy and others, 2009: by the first characters of the ICD-10 code, without
--   regard to procedures and other diagnoses), in the month of the admission, for 100,000 residents in a year. Stays that
--   were not coded yet are not counted; months are counted from the first coded stay on.
-- source: ambulatory-care-sensitive conditions, Purdy and others, Public Health 2009; residents by the Office for National Statistics
-- kind: rate
-- per: 100000
-- unit: per 100,000 a year
-- better: lower
-- split: locality
-- programme: urgent care
-- audience: board, commissioner
with conditions(condition, codes) as (values
    ('asthma', '^J4[56]'), ('heart failure', '^(I110|I50|I130|J81)'), ('diabetes complications', '^E1[0-4][0-8]'),
    ('chronic obstructive pulmonary disease', '^J4[12347]'), ('angina', '^(I20|I24[089])'),
    ('iron-deficiency anaemia', '^D50[189]'), ('hypertension', '^(I10|I119)'), ('nutritional deficiencies', '^(E4[0-3]|E55|E643)'),
    ('influenza and pneumonia', '^(J1[0134]|J15[3479]|J168|J18[18])'), ('other vaccine-preventable', '^(A3[567]|A80|B0[56]|B16[19]|B18[01]|B26|G000|M014)'),
    ('dehydration and gastroenteritis', '^(E86|K52[289])'), ('kidney and urinary infection', '^(N1[012]|N136|N390)'),
    ('perforated or bleeding ulcer', '^K2[5-8][012456]'), ('cellulitis', '^(L0[34]|L08[089]|L88|L980)'),
    ('pelvic inflammatory disease', '^N7[034]'), ('ear, nose and throat infections', '^(H6[67]|J0[236]|J312)'),
    ('dental conditions', '^(A690|K0[2-68]|K09[89]|K1[23])'), ('convulsions and epilepsy', '^(G4[01]|O15|R56)'), ('gangrene', '^R02')
), told as (select min(admitted_on) as first from spells where diagnosis is not null)
select s.admitted_on as day, 1 as numerator, 0 as denominator, s.locality
from spells s, told
where s.emergency and s.admitted_on >= told.first and s.state = 'left'
    and exists (select 1 from conditions c where regexp_matches(s.diagnosis, c.codes))
union all
select d.day, 0, p.everyone / 365.25, p.locality
from days d join populations p on p.year = year(d.day), told where d.day >= told.first
