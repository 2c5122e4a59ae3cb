-- What one of several nodes does for all: when it is due, or, while a node has it, when another may take it over.
CREATE TABLE duty (
    name VARCHAR(40) PRIMARY KEY,
    due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
