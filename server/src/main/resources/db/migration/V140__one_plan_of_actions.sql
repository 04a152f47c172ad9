-- What is done about pressure is told of the winter plan alone.
drop table escalation_action;
