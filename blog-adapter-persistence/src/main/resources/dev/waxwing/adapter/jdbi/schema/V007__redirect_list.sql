-- The list of redirects, the latest first.
CREATE INDEX redirect_latest ON redirect (since, path_hash);
