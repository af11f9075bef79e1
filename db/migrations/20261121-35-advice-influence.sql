-- What the requester can still change, and how much say people get. The desk asks it when it sorts a question: advice on
-- something that was decided already is no advice.
alter table house.advice_requests
  add column participation_level text check (participation_level in ('inform', 'consult', 'advise', 'coProduce', 'coDecide', 'selfManage')),
  add column can_change_sealed bytea;
grant update (participation_level, can_change_sealed) on house.advice_requests to plein_house;
