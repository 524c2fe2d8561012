-- Notices by e-mail, beside those that are posted.
ALTER TABLE manumit.hit_settings
    -- Where they go; empty: nowhere.
    ADD COLUMN mail text NOT NULL DEFAULT '' CHECK (length(mail) <= 254),
    ADD COLUMN mail_language text NOT NULL DEFAULT 'en'
        CHECK (mail_language IN ('en', 'fr', 'es', 'ar'));
GRANT UPDATE (mail, mail_language) ON manumit.hit_settings TO ${application};
CREATE POLICY owner_read ON manumit.hit_settings FOR SELECT TO ${owner} USING (true);

-- POST: to the member's address; MAIL: by e-mail. Each is sent and tried again by itself.
ALTER TABLE manumit.hit_notices
    ADD COLUMN way text NOT NULL DEFAULT 'POST' CHECK (way IN ('POST', 'MAIL'));

CREATE OR REPLACE FUNCTION manumit.tell_of_hit(wanted uuid, what text, side text, at timestamptz)
    RETURNS void LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
DECLARE
    h manumit.hits;
    asker boolean;
    owning boolean;
    receiver uuid;
BEGIN
    SELECT * INTO h FROM manumit.hits WHERE id = wanted;
    IF h.id IS NULL THEN
        RETURN;
    END IF;
    asker := NOT h.hidden AND manumit.member_may_find(h.member, h.alert);
    owning := h.hidden OR h.asked_at IS NOT NULL;
    IF asker OR owning THEN
        PERFORM pg_notify('manumit_hits', concat_ws(',',
            CASE WHEN owning THEN h.owner END, CASE WHEN asker THEN h.member END));
    END IF;
    IF h.secretariat_told_at IS NULL THEN
        UPDATE manumit.hits_late SET over_at = at WHERE hit = h.id AND over_at IS NULL;
    END IF;
    receiver := CASE
        WHEN what = '' THEN NULL
        WHEN side = 'OWNER' AND owning THEN h.owner
        WHEN side = 'ASKER' AND asker THEN h.member END;
    IF receiver IS NOT NULL THEN
        INSERT INTO manumit.hit_notices (member, hit, kind, created_at, next_try_at, way)
        SELECT receiver, h.id, what, at, at, way
        FROM unnest(ARRAY['POST', 'MAIL']) AS way
        WHERE way = 'POST'
           OR EXISTS (SELECT FROM manumit.hit_settings s WHERE s.member = receiver AND s.mail <> '');
    END IF;
END $$;
