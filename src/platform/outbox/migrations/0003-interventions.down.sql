drop table events.interventions;
