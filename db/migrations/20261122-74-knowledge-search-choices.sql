-- A search is narrowed by role, region and whether somebody checked as well: what stands on the square already gets these
-- words in its line. What is about a municipality stands under its province, what is about no region under the country.

update square.passages p set facets = p.facets || added.words
  from (
    select i.id, concat(
             (select string_agg('role:' || role || ' ', '') from unnest(i.roles) role),
             case when i.regions = '{}' then 'region:NL ' else (
               select string_agg(distinct 'region:' || coalesce(m.region_code, r.code) || ' ', '')
                 from unnest(i.regions) as given(code)
                 left join square.regions r on r.type = 'province' and r.code = given.code
                 left join square.region_memberships m on m.region_type = 'province' and m.municipality_code = given.code
                       and (m.valid_to is null or m.valid_to > now())
                where coalesce(m.region_code, r.code) is not null) end,
             case when exists (select from square.passages q where q.item_id = i.id and strpos(q.facets, ' checked:') > 0) then '' else 'checked:' || i.standing || ' ' end
           ) as words
      from square.items i) added
 where p.item_id = added.id;
