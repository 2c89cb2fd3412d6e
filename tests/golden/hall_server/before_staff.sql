-- A hall made before its first tables held staff: revision 0001 like today's, two tables fewer.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE api_key (
	hall_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	place TEXT NOT NULL, 
	secret_hash BLOB NOT NULL, 
	created_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	PRIMARY KEY (hall_id, id)
);
CREATE TABLE counter_session (
	hall_id TEXT NOT NULL, 
	counter BIGINT NOT NULL, 
	clerk TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, counter), 
	UNIQUE (hall_id, clerk)
);
CREATE TABLE hall_head (
	hall_id TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (hall_id)
);
INSERT INTO "hall_head" VALUES('gz-demo-district',0,X'6A19D74B0F84CEC44810E8659AFB0946DA1869523B865C8101F456063011F5C2');
CREATE TABLE idempotency (
	hall_id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	fingerprint BLOB NOT NULL, 
	status BIGINT NOT NULL, 
	body BLOB NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, "key")
)
 WITHOUT ROWID

;
CREATE TABLE incarnation (
	hall_id TEXT NOT NULL, 
	ordinal BIGINT NOT NULL, 
	id TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	cause TEXT NOT NULL, 
	PRIMARY KEY (hall_id, ordinal), 
	UNIQUE (hall_id, id)
);
INSERT INTO "incarnation" VALUES('gz-demo-district',1,'00000000-0000-0000-0000-000000000001',0,0,'created');
CREATE TABLE queue_counter (
	hall_id TEXT NOT NULL, 
	business_day TEXT NOT NULL, 
	queue TEXT NOT NULL, 
	online_next BIGINT NOT NULL, 
	lease_next BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, business_day, queue)
)
 WITHOUT ROWID

;
CREATE TABLE ticket (
	hall_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	business_day TEXT NOT NULL, 
	queue TEXT NOT NULL, 
	number BIGINT NOT NULL, 
	label TEXT NOT NULL, 
	item TEXT NOT NULL, 
	kiosk TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	state TEXT NOT NULL, 
	delivery TEXT NOT NULL, 
	taken_at BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	n BIGINT NOT NULL, 
	counter BIGINT, 
	called_at BIGINT, 
	last_called_at BIGINT, 
	served_at BIGINT, 
	ended_at BIGINT, 
	recalls BIGINT NOT NULL, 
	outcome TEXT, 
	void_reason TEXT NOT NULL, 
	chips TEXT NOT NULL, 
	for_other BIGINT NOT NULL, 
	pseudonym TEXT, 
	name_mask TEXT, 
	number_mask TEXT, 
	PRIMARY KEY (hall_id, id), 
	UNIQUE (hall_id, business_day, label)
);
CREATE TABLE ticket_event (
	hall_id TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	business_day TEXT NOT NULL, 
	ticket_id TEXT NOT NULL, 
	move TEXT NOT NULL, 
	body BLOB NOT NULL, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (hall_id, n), 
	FOREIGN KEY(hall_id, ticket_id) REFERENCES ticket (hall_id, id)
)
 WITHOUT ROWID

;
CREATE INDEX idempotency_age ON idempotency (hall_id, at);
CREATE INDEX ticket_line ON ticket (hall_id, queue, place, state, business_day) WHERE state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting';
CREATE INDEX ticket_desk ON ticket (hall_id, counter) WHERE state = 'called' OR state = 'serving';
CREATE INDEX ticket_event_of_ticket ON ticket_event (hall_id, ticket_id);
COMMIT;
