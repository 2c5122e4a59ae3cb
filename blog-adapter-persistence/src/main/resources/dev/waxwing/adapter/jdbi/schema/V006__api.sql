-- Secrets with which programs act in somebody's name: only their hashes are kept.
CREATE TABLE api_token (
    id UUID PRIMARY KEY,
    owner_id UUID NOT NULL REFERENCES account (id),
    name VARCHAR(100) NOT NULL,
    token_hash VARCHAR(64) NOT NULL,
    scopes VARCHAR(100) NOT NULL,
    issued_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP(6) WITH TIME ZONE,
    revoked_at TIMESTAMP(6) WITH TIME ZONE,
    version BIGINT NOT NULL,
    CONSTRAINT api_token_hash UNIQUE (token_hash)
);
CREATE INDEX api_token_owner ON api_token (owner_id, issued_at);

-- What programs have created under keys of their own, so that a request sent twice creates once.
CREATE TABLE api_creation (
    owner_id UUID NOT NULL REFERENCES account (id),
    key_hash VARCHAR(64) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (owner_id, key_hash)
);
