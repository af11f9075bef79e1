-- Whoever fills in a poll is let through by one of several policies. PostgreSQL asks them one after another until one says
-- yes, the last name of the alphabet first. So the policy of the link itself comes behind the others by its name: it is the
-- one that nearly always says yes, and the others are then not asked. What any of them says stays the same.
alter policy by_link on house.questionnaires_sheets rename to respondent_reads;
alter policy by_link_saves on house.questionnaires_sheets rename to respondent_saves;
alter policy by_link on house.questionnaires_answers rename to respondent_reads;
alter policy by_link_saves on house.questionnaires_answers rename to respondent_saves;
alter policy by_link_changes on house.questionnaires_answers rename to respondent_changes;
alter policy by_link_drops on house.questionnaires_answers rename to respondent_drops;
alter policy by_link on house.surveys_respondents rename to respondent_reads;
alter policy by_link on house.surveys_waves rename to respondent_reads;
alter policy by_link on house.surveys_series rename to respondent_reads;
alter policy by_link on house.surveys_plans rename to respondent_reads;
