-- When what was open for somebody who left for another area ended here, and how much of it is left to hand over.

alter table flow add column handed_over_at timestamptz;
alter table flow add column hand_over_left int not null default 0;

create index flow_left_the_place on flow (place, left_at) where destination_kind = 'OUT_OF_AREA';
