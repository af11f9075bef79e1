-- A search decides by these counts which part of the passages it looks into. An index has none of its own until its table is
-- looked through again, which by itself happens only when much of it changed: the words of facets had none since their index came.
analyze square.passages;
