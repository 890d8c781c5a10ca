-- What is offered unasked is looked for after every result.
create index version_offers on procedures.version (valid_from) where state = 'published' and content->'rules' ? 'offer';
create index overlay_offers on procedures.overlay (valid_from) where state = 'published' and content->'rules' ? 'offer';
