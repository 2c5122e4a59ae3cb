-- What may be done so many times at once and then once in a while, by the hash of what it is and who does it: until when it is
-- used up. A row whose time is over says nothing any more.
CREATE TABLE allowance (
    subject_hash VARCHAR(64) PRIMARY KEY,
    used_until TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
