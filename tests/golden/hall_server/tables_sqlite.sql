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
)
CREATE TABLE booked_run (
	hall_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	counter BIGINT NOT NULL,
	calls BIGINT NOT NULL,
	PRIMARY KEY (hall_id, business_day, counter)
)
 WITHOUT ROWID
CREATE TABLE booking (
	hall_id TEXT NOT NULL,
	id TEXT NOT NULL,
	queue TEXT NOT NULL,
	item TEXT NOT NULL,
	day TEXT NOT NULL,
	starts_at BIGINT NOT NULL,
	ends_at BIGINT NOT NULL,
	state TEXT NOT NULL,
	channel TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	place BIGINT NOT NULL,
	n BIGINT NOT NULL,
	out_of_hours BIGINT NOT NULL,
	correlation TEXT NOT NULL,
	reference TEXT NOT NULL,
	ticket TEXT NOT NULL,
	confirmed_by TEXT NOT NULL,
	pseudonym TEXT,
	name_mask TEXT,
	number_mask TEXT,
	PRIMARY KEY (hall_id, id)
)
CREATE INDEX booking_day ON booking (hall_id, day, starts_at, place)
CREATE INDEX booking_open ON booking (hall_id, ends_at) WHERE state = 'booked' OR state = 'pending'
CREATE INDEX booking_person ON booking (hall_id, pseudonym, starts_at) WHERE pseudonym IS NOT NULL
CREATE INDEX booking_slot ON booking (hall_id, queue, starts_at, state)
CREATE INDEX booking_visit ON booking (hall_id, correlation) WHERE correlation <> id
CREATE TABLE catalogue_snapshot (
	hall_id TEXT NOT NULL,
	n BIGINT NOT NULL,
	version TEXT NOT NULL,
	effective_from TEXT NOT NULL,
	published_at BIGINT NOT NULL,
	published_by TEXT NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (hall_id, n)
)
CREATE TABLE city_cursor (
	hall_id TEXT NOT NULL,
	stream TEXT NOT NULL,
	cursor TEXT NOT NULL,
	PRIMARY KEY (hall_id, stream)
)
CREATE TABLE city_message (
	hall_id TEXT NOT NULL,
	id TEXT NOT NULL,
	port TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	correlation TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	body BLOB NOT NULL,
	state TEXT NOT NULL,
	place BIGINT NOT NULL,
	tries BIGINT NOT NULL,
	due_at BIGINT NOT NULL,
	why TEXT NOT NULL,
	settled_at BIGINT NOT NULL,
	PRIMARY KEY (hall_id, id)
)
CREATE UNIQUE INDEX city_message_place ON city_message (hall_id, place)
CREATE INDEX city_message_subject ON city_message (hall_id, port, subject, place) WHERE state = 'waiting'
CREATE INDEX city_message_waiting ON city_message (hall_id, port, place) WHERE state = 'waiting'
CREATE TABLE code_claim (
	hall_id TEXT NOT NULL,
	code TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	"key" TEXT NOT NULL,
	at BIGINT NOT NULL,
	PRIMARY KEY (hall_id, code)
)
CREATE INDEX code_claim_age ON code_claim (hall_id, at)
CREATE TABLE counter_session (
	hall_id TEXT NOT NULL,
	counter BIGINT NOT NULL,
	clerk TEXT NOT NULL,
	since BIGINT NOT NULL,
	PRIMARY KEY (hall_id, counter),
	UNIQUE (hall_id, clerk)
)
CREATE TABLE enrolment_code (
	hall_id TEXT NOT NULL,
	code_hash BLOB NOT NULL,
	kiosk TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	made_by TEXT NOT NULL,
	key_id TEXT NOT NULL,
	PRIMARY KEY (hall_id, code_hash)
)
CREATE TABLE hall_head (
	hall_id TEXT NOT NULL,
	n BIGINT NOT NULL,
	hash BLOB NOT NULL,
	version BIGINT NOT NULL,
	PRIMARY KEY (hall_id)
)
CREATE TABLE help_call (
	hall_id TEXT NOT NULL,
	id TEXT NOT NULL,
	n BIGINT NOT NULL,
	kiosk TEXT NOT NULL,
	kiosk_name TEXT NOT NULL,
	place TEXT NOT NULL,
	page TEXT NOT NULL,
	speech TEXT NOT NULL,
	modes TEXT NOT NULL,
	at BIGINT NOT NULL,
	state TEXT NOT NULL,
	"by" TEXT NOT NULL,
	looks TEXT NOT NULL,
	minutes BIGINT,
	seen_at BIGINT,
	coming_at BIGINT,
	ended_at BIGINT,
	presses BIGINT NOT NULL,
	PRIMARY KEY (hall_id, id)
)
CREATE UNIQUE INDEX help_call_change ON help_call (hall_id, n)
CREATE INDEX help_call_kiosk ON help_call (hall_id, kiosk, n)
CREATE INDEX help_call_open ON help_call (hall_id, at) WHERE state <> 'done' AND state <> 'given_up'
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
CREATE TABLE incarnation (
	hall_id TEXT NOT NULL,
	ordinal BIGINT NOT NULL,
	id TEXT NOT NULL,
	n BIGINT NOT NULL,
	at BIGINT NOT NULL,
	cause TEXT NOT NULL,
	PRIMARY KEY (hall_id, ordinal),
	UNIQUE (hall_id, id)
)
CREATE TABLE kiosk_health (
	hall_id TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	at BIGINT NOT NULL,
	condition TEXT NOT NULL,
	paper BIGINT,
	version TEXT NOT NULL,
	PRIMARY KEY (hall_id, kiosk, at)
)
CREATE INDEX kiosk_health_time ON kiosk_health (hall_id, at)
CREATE TABLE kiosk_identity (
	hall_id TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	epoch BIGINT NOT NULL,
	boot_id TEXT NOT NULL,
	emergency_letter TEXT NOT NULL,
	seen_n BIGINT NOT NULL,
	seen_at BIGINT NOT NULL,
	contact_before BIGINT NOT NULL,
	quarantined TEXT NOT NULL,
	PRIMARY KEY (hall_id, kiosk)
)
CREATE TABLE lease (
	hall_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	letter TEXT NOT NULL,
	first BIGINT NOT NULL,
	last BIGINT NOT NULL,
	queue TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	epoch BIGINT NOT NULL,
	boot_id TEXT NOT NULL,
	granted_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	dropped BIGINT NOT NULL,
	PRIMARY KEY (hall_id, business_day, letter, first)
)
CREATE INDEX lease_of_kiosk ON lease (hall_id, kiosk, boot_id)
CREATE TABLE machine (
	hall_id TEXT NOT NULL,
	key_id TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	public_key BLOB NOT NULL,
	box_key BLOB NOT NULL,
	hardware TEXT NOT NULL,
	comparing TEXT NOT NULL,
	state TEXT NOT NULL,
	asked_at BIGINT NOT NULL,
	boots TEXT NOT NULL,
	boot_since BIGINT NOT NULL,
	decided_at BIGINT,
	decided_by TEXT NOT NULL,
	PRIMARY KEY (hall_id, key_id)
)
CREATE TABLE outbox (
	hall_id TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	incarnation TEXT NOT NULL,
	acked BIGINT NOT NULL,
	since BIGINT NOT NULL,
	PRIMARY KEY (hall_id, kiosk, incarnation)
)
CREATE TABLE outbox_refused (
	hall_id TEXT NOT NULL,
	kiosk TEXT NOT NULL,
	incarnation TEXT NOT NULL,
	seq BIGINT NOT NULL,
	ticket_id TEXT NOT NULL,
	code TEXT NOT NULL,
	PRIMARY KEY (hall_id, kiosk, incarnation, seq)
)
CREATE TABLE pin_tries (
	hall_id TEXT NOT NULL,
	staff_no TEXT NOT NULL,
	tries BIGINT NOT NULL,
	last_at BIGINT NOT NULL,
	PRIMARY KEY (hall_id, staff_no)
)
CREATE TABLE queue_calls (
	hall_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	queue TEXT NOT NULL,
	calls BIGINT NOT NULL,
	PRIMARY KEY (hall_id, business_day, queue)
)
 WITHOUT ROWID
CREATE TABLE queue_counter (
	hall_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	queue TEXT NOT NULL,
	online_next BIGINT NOT NULL,
	lease_next BIGINT NOT NULL,
	PRIMARY KEY (hall_id, business_day, queue)
)
 WITHOUT ROWID
CREATE TABLE record (
	hall_id TEXT NOT NULL,
	n BIGINT NOT NULL,
	at BIGINT NOT NULL,
	kind TEXT NOT NULL,
	about TEXT NOT NULL,
	body BLOB NOT NULL,
	hash BLOB NOT NULL,
	PRIMARY KEY (hall_id, n)
)
 WITHOUT ROWID
CREATE INDEX record_about ON record (hall_id, about, n)
CREATE INDEX record_kind ON record (hall_id, kind, n)
CREATE TABLE staff_account (
	hall_id TEXT NOT NULL,
	staff_no TEXT NOT NULL,
	name TEXT NOT NULL,
	roles TEXT NOT NULL,
	counters TEXT NOT NULL,
	looks TEXT NOT NULL,
	pin_hash TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	pin_changed_at BIGINT,
	one_time_until BIGINT,
	locked_at BIGINT,
	PRIMARY KEY (hall_id, staff_no)
)
CREATE TABLE staff_login (
	hall_id TEXT NOT NULL,
	secret_hash BLOB NOT NULL,
	staff_no TEXT NOT NULL,
	pin_mark BLOB NOT NULL,
	counter BIGINT,
	created_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	PRIMARY KEY (hall_id, secret_hash)
)
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
	end_reason TEXT NOT NULL,
	chips TEXT NOT NULL,
	for_other BIGINT NOT NULL,
	pseudonym TEXT,
	name_mask TEXT,
	number_mask TEXT,
	since BIGINT NOT NULL,
	items TEXT NOT NULL,
	bundle TEXT NOT NULL,
	catalogue TEXT NOT NULL,
	booking TEXT NOT NULL,
	booked_for BIGINT,
	correlation TEXT NOT NULL,
	come_back_at BIGINT,
	carried_from TEXT NOT NULL,
	directed_to BIGINT,
	held_at BIGINT,
	no_shows BIGINT NOT NULL,
	missed_at BIGINT,
	on_behalf TEXT,
	modes TEXT,
	PRIMARY KEY (hall_id, id),
	UNIQUE (hall_id, business_day, label)
)
CREATE INDEX ticket_aside ON ticket (hall_id, queue, place) WHERE state = 'held' OR state = 'no_show'
CREATE INDEX ticket_carried ON ticket (hall_id, carried_from) WHERE carried_from <> ''
CREATE INDEX ticket_desk ON ticket (hall_id, counter) WHERE state = 'called' OR state = 'serving'
CREATE INDEX ticket_line ON ticket (hall_id, queue, place, state, business_day) WHERE state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting'
CREATE INDEX ticket_visit ON ticket (hall_id, correlation) WHERE correlation <> '' AND correlation <> id
CREATE TABLE booking_event (
	hall_id TEXT NOT NULL,
	n BIGINT NOT NULL,
	at BIGINT NOT NULL,
	booking_id TEXT NOT NULL,
	move TEXT NOT NULL,
	body BLOB NOT NULL,
	hash BLOB NOT NULL,
	PRIMARY KEY (hall_id, n),
	FOREIGN KEY(hall_id, booking_id) REFERENCES booking (hall_id, id)
)
 WITHOUT ROWID
CREATE INDEX booking_event_of ON booking_event (hall_id, booking_id, n)
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
CREATE INDEX ticket_later ON ticket_event (hall_id, ticket_id, move) WHERE move <> 'take' AND move <> 'check_in'
