-- Notices that are over are deleted after a while; those that wait, never.
CREATE POLICY recorder_forget ON manumit.hit_notices FOR DELETE TO ${application}
    USING ((SELECT manumit.recording()) AND state <> 'WAITING');
GRANT DELETE ON manumit.hit_notices TO ${application};
CREATE INDEX hit_notices_over ON manumit.hit_notices (created_at) WHERE state <> 'WAITING';
