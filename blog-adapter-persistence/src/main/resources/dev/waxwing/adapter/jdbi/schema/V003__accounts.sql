-- Whoever can sign in. Of passwords, tokens and codes only hashes are kept.

CREATE TABLE account (
    id UUID PRIMARY KEY,
    email VARCHAR(254) NOT NULL,
    name VARCHAR(100) NOT NULL,
    author_id UUID REFERENCES author (id),
    role VARCHAR(20) NOT NULL CHECK (role IN ('CONTRIBUTOR', 'AUTHOR', 'EDITOR', 'ADMINISTRATOR')),
    standing VARCHAR(10) NOT NULL CHECK (standing IN ('INVITED', 'ACTIVE', 'SUSPENDED')),
    password VARCHAR(200),
    code_key VARCHAR(100),
    code_step BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT account_email UNIQUE (email),
    CHECK (standing <> 'ACTIVE' OR password IS NOT NULL),
    CHECK ((code_key IS NULL) = (code_step IS NULL))
);

-- The codes on paper that were not used yet.
CREATE TABLE account_recovery (
    account_id UUID NOT NULL REFERENCES account (id),
    position INTEGER NOT NULL,
    code_hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (account_id, position)
);

CREATE TABLE account_session (
    id UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    token_hash VARCHAR(64) NOT NULL,
    address VARCHAR(64) NOT NULL,
    program VARCHAR(200) NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT account_session_token UNIQUE (token_hash)
);
CREATE INDEX account_session_account ON account_session (account_id, seen_at);
