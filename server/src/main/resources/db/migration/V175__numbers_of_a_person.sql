-- The numbers by which systems know somebody are asked for by person whenever somebody like them is told of: without this, every
-- number that the same system ever gave was walked over.

create index identifier_by_person on identifier (place, person);
