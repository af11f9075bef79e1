-- Codes become figures, so they must stand on the same organisations as all other figures. An answer that is coded keeps of which
-- sheet it was, and only work can read that: coders still do not know whose words they read.
alter table house.surveys_coded_answers add column sheet_id uuid references house.questionnaires_sheets on delete cascade;
create unique index surveys_coded_answers_sheet_once on house.surveys_coded_answers (sheet_id, question);
revoke select on house.surveys_coded_answers from plein_house;
grant select (id, wave_id, question, place, sealed) on house.surveys_coded_answers to plein_house;
