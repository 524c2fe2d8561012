-- What hits came to whose alert was deleted, and candidates whose check was forgotten: numbers for
-- the statistics of false hits, by whose they are, and nothing of anybody.
CREATE TABLE manumit.hit_counts (
    -- The member that counts it.
    viewer uuid NOT NULL REFERENCES manumit.members,
    -- ASKER: found by its checks; OWNER: its alerts, found by others.
    side text NOT NULL CHECK (side IN ('ASKER', 'OWNER')),
    owner uuid NOT NULL REFERENCES manumit.members,
    band text NOT NULL,
    set_aside bigint NOT NULL,
    asked bigint NOT NULL,
    confirmed bigint NOT NULL,
    refuted bigint NOT NULL,
    unanswered bigint NOT NULL,
    PRIMARY KEY (viewer, side, owner, band)
);
ALTER TABLE manumit.hit_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hit_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON manumit.hit_counts TO ${owner} USING (true) WITH CHECK (true);
CREATE POLICY own_read ON manumit.hit_counts FOR SELECT TO ${application}
    USING (viewer = (SELECT manumit.acting_member()));
GRANT SELECT ON manumit.hit_counts TO ${application};
CREATE POLICY owner_read ON manumit.check_candidates FOR SELECT TO ${owner} USING (true);

-- Before a record goes, with all that hangs on it. A member that is kept from it by then counts
-- nothing of it, as it did since it was kept out (R2).
CREATE FUNCTION manumit.count_hits() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
BEGIN
    INSERT INTO manumit.hit_counts AS c
        SELECT viewer, side, owner, band, sum(set_aside), sum(asked), sum(confirmed), sum(refuted),
               sum(unanswered)
        FROM (
            SELECT CASE side WHEN 'ASKER' THEN h.member ELSE h.owner END AS viewer, side, h.owner,
                   h.band, (h.state = 'SET_ASIDE')::int AS set_aside,
                   (h.asked_at IS NOT NULL)::int AS asked,
                   (h.answer IS NOT DISTINCT FROM 'CONFIRM')::int AS confirmed,
                   (h.answer IS NOT DISTINCT FROM 'REFUTE')::int AS refuted,
                   (h.asked_at IS NOT NULL AND h.answer IS NULL)::int AS unanswered
            FROM manumit.hits h, unnest(ARRAY['ASKER', 'OWNER']) AS side
            WHERE h.alert = OLD.id
              AND CASE side
                    WHEN 'ASKER' THEN NOT h.hidden AND manumit.member_may_find(h.member, h.alert)
                    ELSE h.owner <> h.member AND (h.hidden OR h.asked_at IS NOT NULL) END
            UNION ALL
            SELECT k.member, 'ASKER', k.owner, k.band, 1, 0, 0, 0, 0
            FROM manumit.check_candidates k
            WHERE k.alert = OLD.id AND k.verdict = 'NOT_THIS_PERSON'
              AND manumit.member_may_find(k.member, k.alert)
              AND NOT EXISTS (SELECT FROM manumit.hits h
                              WHERE h.check_id = k.check_id AND h.alert = k.alert)) AS gone
        WHERE set_aside + asked > 0
        GROUP BY viewer, side, owner, band
    ON CONFLICT (viewer, side, owner, band) DO UPDATE
        SET set_aside = c.set_aside + EXCLUDED.set_aside, asked = c.asked + EXCLUDED.asked,
            confirmed = c.confirmed + EXCLUDED.confirmed, refuted = c.refuted + EXCLUDED.refuted,
            unanswered = c.unanswered + EXCLUDED.unanswered;
    RETURN OLD;
END $$;
REVOKE EXECUTE ON FUNCTION manumit.count_hits FROM PUBLIC;
CREATE TRIGGER count_hits BEFORE DELETE ON manumit.owned_records
    FOR EACH ROW EXECUTE FUNCTION manumit.count_hits();

-- When a check is forgotten. With its record gone, it was counted above.
CREATE FUNCTION manumit.count_set_aside() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
BEGIN
    INSERT INTO manumit.hit_counts AS c
        SELECT OLD.member, 'ASKER', OLD.owner, OLD.band, 1, 0, 0, 0, 0
        WHERE manumit.member_may_find(OLD.member, OLD.alert)
          AND NOT EXISTS (SELECT FROM manumit.hits h
                          WHERE h.check_id = OLD.check_id AND h.alert = OLD.alert)
    ON CONFLICT (viewer, side, owner, band) DO UPDATE SET set_aside = c.set_aside + 1;
    RETURN OLD;
END $$;
REVOKE EXECUTE ON FUNCTION manumit.count_set_aside FROM PUBLIC;
CREATE TRIGGER count_set_aside BEFORE DELETE ON manumit.check_candidates
    FOR EACH ROW WHEN (OLD.verdict = 'NOT_THIS_PERSON') EXECUTE FUNCTION manumit.count_set_aside();
