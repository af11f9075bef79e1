-- Calendars: events by their day, without sorting them all.
create index square_items_events on square.items ((details->>'startsOn') desc, id) where type = 'event' and details ? 'startsOn';
