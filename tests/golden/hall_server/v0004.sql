-- A hall as the program made it at its schema 0004: two business days, two lives, tickets in every state that
-- it knew. Never changed; every later program brings it up to its own tables. What tests/keep_database.py tells, as far as
-- that program could do it.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
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
INSERT INTO "api_key" VALUES('test-hall','k1','kiosk','K1','K1',X'6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B6B',1767326400000000,NULL);
CREATE TABLE booked_run (
	hall_id TEXT NOT NULL, 
	business_day TEXT NOT NULL, 
	counter BIGINT NOT NULL, 
	calls BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, business_day, counter)
)
 WITHOUT ROWID

;
INSERT INTO "booked_run" VALUES('test-hall','2026-01-02',1,0);
CREATE TABLE counter_session (
	hall_id TEXT NOT NULL, 
	counter BIGINT NOT NULL, 
	clerk TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, counter), 
	UNIQUE (hall_id, clerk)
);
INSERT INTO "counter_session" VALUES('test-hall',1,'1001',1767758400000000);
INSERT INTO "counter_session" VALUES('test-hall',2,'1002',1767758400000000);
CREATE TABLE "hall_head" (
	hall_id TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	hash BLOB NOT NULL, 
	version BIGINT NOT NULL, 
	PRIMARY KEY (hall_id)
);
INSERT INTO "hall_head" VALUES('test-hall',43,X'3DC96FCC0F749E561CD0E59812C5E9839D77E36A487A52BADA8E85545180C7AB',0);
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
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000021',X'77F7A7D8B2A0454C117A03EB2A5846CA2392B32786744962B3BF4306F7EC8682',200,CAST('{"no":1,"name":"一号","state":"idle","label":"","since":1767758400000000,"clerk":"1001"}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000022',X'3DF782CB27967C9BE348EC6C8B7C642410422DCE55EE200AB2CAC82C8D16AD94',200,CAST('{"no":2,"name":"二号","state":"idle","label":"","since":1767758400000000,"clerk":"1002"}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000023',X'381B9A0A24D93F8C8FA6CC4494D8A984979669FDB614228EA14C81408C73EB97',200,CAST('{"id":"10000000-0000-4000-8000-000000000023","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"reserved","origin":"online","delivery":"none","taken_at":1767758400000000,"n":21,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[2],"bring":[],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000024',X'7922243DD176B73AC5F005BD6F806E6ABCC009DA5E13161FDCF1D2C1FB358444',200,CAST('{"id":"10000000-0000-4000-8000-000000000023","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":22,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[2],"bring":[],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000025',X'C19617988222CFD601CA3E38929FE1C276931C1534281208B2CA7BDE9C798A16',200,CAST('{"id":"10000000-0000-4000-8000-000000000023","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"called","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":23,"ahead":null,"wait":null,"counters":[2],"bring":[],"counter":2,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000026',X'36D30BF8595C651A9157604501ADEE9DD65C9AEF4C1EAC487D5646E84D751668',200,CAST('{"id":"10000000-0000-4000-8000-000000000023","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"serving","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":24,"ahead":null,"wait":null,"counters":[2],"bring":[],"counter":2,"called_at":1767758400000000,"served_at":1767758400000000,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000027',X'DAF9DAD6C3FCDEDC564E70F72C317EE9E7AA619F68D1C8BE87F06B048008AAAE',200,CAST('{"id":"10000000-0000-4000-8000-000000000027","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758400000000,"n":25,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000028',X'09F2F4600FB0DEB1CEA250CE7E08A71DB5EE98479F7F9F1887F51FA14BF8C994',200,CAST('{"id":"10000000-0000-4000-8000-000000000027","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":26,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000029',X'BC085A27D9CAC000A0DF194E6A13C5F16FC57D4AEAF0064519015D26EE761B0B',200,CAST('{"id":"10000000-0000-4000-8000-000000000027","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"called","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":27,"ahead":null,"wait":null,"counters":[1,2],"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000030',X'28C09418D422A29FD755A4662048AEEA4EF39F9DE4E6E5763311FC06671949EA',200,CAST('{"id":"10000000-0000-4000-8000-000000000027","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"serving","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":28,"ahead":null,"wait":null,"counters":[1,2],"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":1767758400000000,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000031',X'09B5EB7E20F1C779BC3FE45FA189939C65454E1805B555817C118525596B60DE',200,CAST('{"id":"10000000-0000-4000-8000-000000000027","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"held","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":29,"ahead":null,"wait":null,"counters":[1,2],"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":1767758400000000,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000032',X'A333EF63E0583320D3CAAD7358269AF4F5CB0A8E63EF9314B8B1A0A873EAB5AB',200,CAST('{"id":"10000000-0000-4000-8000-000000000032","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758400000000,"n":30,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000033',X'DA858519598AD4E8C08A55BB636D4E2A6910DE002594967E9CC8A0EDBCA2C5EC',200,CAST('{"id":"10000000-0000-4000-8000-000000000032","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":31,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000034',X'8F2FD5D8E34ABD420391EE851489CF5BF1A961E053CBF3F509BA508AA16C2FD4',200,CAST('{"id":"10000000-0000-4000-8000-000000000032","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"called","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":32,"ahead":null,"wait":null,"counters":[1,2],"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000035',X'243432945A33A6E8DD3E9FD4A56EB95FD051C1D0D89346F3744FCCEC0F15E732',200,CAST('{"id":"10000000-0000-4000-8000-000000000032","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"no_show","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":33,"ahead":null,"wait":null,"counters":[1,2],"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":1,"end_reason":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000036',X'9189AEAA09B08EE342709C93EA46DB10A1D8B59213341FA7E66CB37030311417',200,CAST('{"id":"10000000-0000-4000-8000-000000000036","label":"A003","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758460000000,"n":34,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000037',X'D6ED1AAD28698E57C5678CFDCC836693D7E326822693962815E431B676D1AB49',200,CAST('{"id":"10000000-0000-4000-8000-000000000036","label":"A003","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758460000000,"n":35,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000038',X'ED78B57CDD6719411239E33D30CA3D473505CD0D718DA3F001665EC6D0F7680A',200,CAST('{"id":"10000000-0000-4000-8000-000000000036","label":"A003","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"called","origin":"online","delivery":"paper","taken_at":1767758460000000,"n":36,"ahead":null,"wait":null,"counters":[1,2],"bring":["身份证"],"counter":1,"called_at":1767758460000000,"served_at":null,"recalls":0,"outcome":null,"visitor":{"pseudonym":"abababababababababababababababab","name_mask":"陈*明","number_mask":"123X"},"chips":[],"for_other":false,"place":"","items":["i1"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000039',X'4DFF2E9D631BA8EF569C4F72A64F967AC9C9B131BD1FEF51ADA9E0F5CE9E4030',200,CAST('{"epoch":1,"business_day":"2026-01-07","incarnation":"00000000-0000-0000-0000-000000000002","queue":"A","letter":"A","from":601,"to":650,"expires_at":1767816000000000,"emergency_letter":"R","emergency_next":1,"width":3,"acked":0}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000040',X'3CF685447E997B680A8281E77F67C429CFFF58DD396E494E23DEF3E1C5FC280D',200,CAST('{"acked":5,"refused":[{"seq":5,"code":"number_not_granted"}]}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000041',X'FA26845D360B78CDFAA0CAB5C03B6348950DB9957FE89A6D06FDE6C2138EDF78',200,CAST('{"id":"10000000-0000-4000-8000-000000000041","label":"C002","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"reserved","origin":"online","delivery":"none","taken_at":1767758580000000,"n":43,"ahead":0,"wait":{"low_min":6,"high_min":65},"counters":[2],"bring":[],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i2"],"bundle":"","catalogue":"","correlation":"","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":""}' AS BLOB),1767758580000000);
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
INSERT INTO "incarnation" VALUES('test-hall',1,'00000000-0000-0000-0000-000000000001',0,1767326400000000,'created');
INSERT INTO "incarnation" VALUES('test-hall',2,'00000000-0000-0000-0000-000000000002',16,1767326725000000,'seen 00000000-0000-0000-0000-000000000001.21');
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
);
INSERT INTO "kiosk_identity" VALUES('test-hall','K1','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,'20000000-0000-4000-8000-000000000001','R',36,1767758580000000,0,'');
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
);
INSERT INTO "lease" VALUES('test-hall','2026-01-07','A',601,650,'A','K1',1,'20000000-0000-4000-8000-000000000001',1767758460000000,1767816000000000,0);
CREATE TABLE outbox (
	hall_id TEXT NOT NULL, 
	kiosk TEXT NOT NULL, 
	incarnation TEXT NOT NULL, 
	acked BIGINT NOT NULL, 
	since BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, kiosk, incarnation)
);
INSERT INTO "outbox" VALUES('test-hall','K1','00000000-0000-0000-0000-000000000002',5,1767758520000000);
CREATE TABLE outbox_refused (
	hall_id TEXT NOT NULL, 
	kiosk TEXT NOT NULL, 
	incarnation TEXT NOT NULL, 
	seq BIGINT NOT NULL, 
	ticket_id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	PRIMARY KEY (hall_id, kiosk, incarnation, seq)
);
INSERT INTO "outbox_refused" VALUES('test-hall','K1','00000000-0000-0000-0000-000000000002',5,'30000000-0000-4000-8000-000000000005','number_not_granted');
CREATE TABLE pin_tries (
	hall_id TEXT NOT NULL, 
	staff_no TEXT NOT NULL, 
	tries BIGINT NOT NULL, 
	last_at BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, staff_no)
);
INSERT INTO "pin_tries" VALUES('test-hall','1009',1,1767758400000000);
CREATE TABLE queue_calls (
	hall_id TEXT NOT NULL, 
	business_day TEXT NOT NULL, 
	queue TEXT NOT NULL, 
	calls BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, business_day, queue)
)
 WITHOUT ROWID

;
INSERT INTO "queue_calls" VALUES('test-hall','2026-01-02','A',1);
INSERT INTO "queue_calls" VALUES('test-hall','2026-01-07','A',3);
INSERT INTO "queue_calls" VALUES('test-hall','2026-01-07','C',1);
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
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-02','A',5,601);
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-02','AC',2,601);
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-07','A',4,651);
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-07','C',3,5);
CREATE TABLE staff_login (
	hall_id TEXT NOT NULL, 
	secret_hash BLOB NOT NULL, 
	staff_no TEXT NOT NULL, 
	pin_mark BLOB NOT NULL, 
	counter BIGINT, 
	created_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, secret_hash)
);
INSERT INTO "staff_login" VALUES('test-hall',X'6868686868686868686868686868686868686868686868686868686868686868','1001',X'6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D',1,1767758400000000,1767801600000000);
CREATE TABLE "ticket" (
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
	PRIMARY KEY (hall_id, id), 
	UNIQUE (hall_id, business_day, label)
);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000003','2026-01-02','A',1,'A001','i1','K1','online','completed','paper',1767326400000000,1,6,1,1767326400000000,1767326425000000,1767326425000000,1767326725000000,1,'accepted','','elder,wheelchair',0,'abababababababababababababababab','陈*明','123X',1767326400000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000009','2026-01-02','A',2,'A002','i1','K1','online','expired','paper',1767326725000000,7,19,NULL,NULL,NULL,NULL,1767413125000000,0,NULL,'day_over','',0,NULL,NULL,NULL,1767326725000000,'','','','',NULL,'',NULL,'',2,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000014','2026-01-02','A',3,'A003','i1','K1','online','void','none',1767326725000000,12,13,NULL,NULL,NULL,NULL,1767326725000000,0,NULL,'','',0,NULL,NULL,NULL,1767326725000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000017','2026-01-02','A',4,'A004','i1','K1','online','cancelled','screen',1767326725000000,14,16,NULL,NULL,NULL,NULL,1767326725000000,0,NULL,'given_up','',0,NULL,NULL,NULL,1767326725000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000019','2026-01-02','A',1,'AC001','i1','K1','online','expired','paper',1767326725000000,17,20,NULL,NULL,NULL,NULL,1767413125000000,0,NULL,'day_over','',0,'abababababababababababababababab','陈*明','123X',1767326725000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000023','2026-01-07','C',1,'C001','i2','K1','online','serving','paper',1767758400000000,21,24,2,1767758400000000,1767758400000000,1767758400000000,NULL,0,NULL,'','',1,NULL,NULL,NULL,1767758400000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000027','2026-01-07','A',1,'A001','i1','K1','online','held','paper',1767758400000000,25,29,1,1767758400000000,1767758400000000,1767758400000000,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758400000000,'','','','',NULL,'',NULL,'',NULL,1767758400000000,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000032','2026-01-07','A',2,'A002','i1','K1','online','no_show','paper',1767758400000000,30,33,1,1767758400000000,1767758400000000,NULL,1767758460000000,0,NULL,'','',0,'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042',1767758400000000,'','','','',NULL,'',NULL,'',NULL,NULL,1,2);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000036','2026-01-07','A',3,'A003','i1','K1','online','called','paper',1767758460000000,34,36,1,1767758460000000,1767758460000000,NULL,NULL,0,NULL,'','',0,'abababababababababababababababab','陈*明','123X',1767729600000000,'','','','',NULL,'',NULL,'10000000-0000-4000-8000-000000000019',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','30000000-0000-4000-8000-000000000001','2026-01-07','A',601,'A601','i1','K1','lease','waiting','paper',1767758580000000,37,38,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042',1767758520000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','30000000-0000-4000-8000-000000000002','2026-01-07','A',602,'A602','i1','K1','lease','waiting','screen',1767758580000000,39,40,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758520000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','30000000-0000-4000-8000-000000000004','2026-01-07','A',1,'AR001','i1','K1','emergency','unconfirmed','none',1767758580000000,41,42,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758520000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000041','2026-01-07','C',2,'C002','i2','K1','online','reserved','none',1767758580000000,43,43,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758580000000,'','','','',NULL,'',NULL,'',NULL,NULL,0,NULL);
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
INSERT INTO "ticket_event" VALUES('test-hall',1,1767326400000000,'2026-01-02','10000000-0000-4000-8000-000000000003','take',CAST('{"n":1,"at":1767326400000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000003","label":"A001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1","chips":["elder","wheelchair"]}}' AS BLOB),X'B15F3CC0D5F8BF0CF8E555B8E68E0B09088147F17BBF04ABFF809E836F3E43F4');
INSERT INTO "ticket_event" VALUES('test-hall',2,1767326400000000,'2026-01-02','10000000-0000-4000-8000-000000000003','confirm_print',CAST('{"n":2,"at":1767326400000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000003","label":"A001","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'66FE71B5C2598AFC97A8D0BF1B37ED5D2105C0AF110B9EBBF3B7DF6F1FA6090D');
INSERT INTO "ticket_event" VALUES('test-hall',3,1767326400000000,'2026-01-02','10000000-0000-4000-8000-000000000003','call',CAST('{"n":3,"at":1767326400000000,"business_day":"2026-01-02","move":"call","ticket":"10000000-0000-4000-8000-000000000003","label":"A001","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'24AA6B51E3EE27966931EE6C4B2890CA68D47D128A745A7B01E5C4D6E1F47736');
INSERT INTO "ticket_event" VALUES('test-hall',4,1767326425000000,'2026-01-02','10000000-0000-4000-8000-000000000003','recall',CAST('{"n":4,"at":1767326425000000,"business_day":"2026-01-02","move":"recall","ticket":"10000000-0000-4000-8000-000000000003","label":"A001","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1}' AS BLOB),X'70658CC7D0669BE7417DE69CD370C59BE47F9E9B048EBA2668D6BE1FFBFC5D55');
INSERT INTO "ticket_event" VALUES('test-hall',5,1767326425000000,'2026-01-02','10000000-0000-4000-8000-000000000003','serve',CAST('{"n":5,"at":1767326425000000,"business_day":"2026-01-02","move":"serve","ticket":"10000000-0000-4000-8000-000000000003","label":"A001","queue":"A","state":"serving","actor_kind":"clerk","actor":"1001","counter":1}' AS BLOB),X'85C7503AB8C34356790E692C72BF30131D119A1981925B6E5866E926994CA10E');
INSERT INTO "ticket_event" VALUES('test-hall',6,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000003','complete',CAST('{"n":6,"at":1767326725000000,"business_day":"2026-01-02","move":"complete","ticket":"10000000-0000-4000-8000-000000000003","label":"A001","queue":"A","state":"completed","actor_kind":"clerk","actor":"1001","counter":1,"outcome":"accepted"}' AS BLOB),X'87892C19E0B21094F763A2590F7009F866430D1C86FF4F4400282EF319D11F1E');
INSERT INTO "ticket_event" VALUES('test-hall',7,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000009','take',CAST('{"n":7,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000009","label":"A002","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":2,"item":"i1"}}' AS BLOB),X'D00F39D9B0C65FCF4B8E278CFD2F6FE29AC33132BB7721076E1508B791614B86');
INSERT INTO "ticket_event" VALUES('test-hall',8,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000009','confirm_print',CAST('{"n":8,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000009","label":"A002","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'88EC72C8E28C1067837218C433399FA12C8332E0DDE2B1737F6786227982E201');
INSERT INTO "ticket_event" VALUES('test-hall',9,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000009','call',CAST('{"n":9,"at":1767326725000000,"business_day":"2026-01-02","move":"call","ticket":"10000000-0000-4000-8000-000000000009","label":"A002","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'65900F84D989F065078A19076C72208DF59909D2365F854CCBD0B6E9CC843BBE');
INSERT INTO "ticket_event" VALUES('test-hall',10,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000009','undo',CAST('{"n":10,"at":1767326725000000,"business_day":"2026-01-02","move":"undo","ticket":"10000000-0000-4000-8000-000000000009","label":"A002","queue":"A","state":"waiting","actor_kind":"clerk","actor":"1001","undone":"call","restored":{"queue":"A"}}' AS BLOB),X'DE1B69B206CA3FC2C7E9878623AF52FCC2F1D91612BF8C12931F40F06E09C05D');
INSERT INTO "ticket_event" VALUES('test-hall',11,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000009','transfer',CAST('{"n":11,"at":1767326725000000,"business_day":"2026-01-02","move":"transfer","ticket":"10000000-0000-4000-8000-000000000009","label":"A002","queue":"A","state":"waiting","actor_kind":"clerk","actor":"1001","to_counter":2}' AS BLOB),X'96B6BDB0F235E374EA6CE9F9A0A482E448D7FB4B8F99E4C9E78237B5AA68CFE1');
INSERT INTO "ticket_event" VALUES('test-hall',12,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000014','take',CAST('{"n":12,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000014","label":"A003","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":3,"item":"i1"}}' AS BLOB),X'264E28762B41537082640ABFBE05168B2FF42035A24067922057AA16FCBB5E4F');
INSERT INTO "ticket_event" VALUES('test-hall',13,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000014','confirm_print',CAST('{"n":13,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000014","label":"A003","queue":"A","state":"void","actor_kind":"kiosk","actor":"K1","answer":"void"}' AS BLOB),X'D1D3826D8D5B150D908CA69E92BC2593DA3A9056219787AE2FB6C8FDC283B7D9');
INSERT INTO "ticket_event" VALUES('test-hall',14,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000017','take',CAST('{"n":14,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000017","label":"A004","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":4,"item":"i1"}}' AS BLOB),X'6FCC9DA3338F7D256A02A6102E87A29F5F1BD066D0555B0BC4AB7A22E4E76B16');
INSERT INTO "ticket_event" VALUES('test-hall',15,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000017','confirm_print',CAST('{"n":15,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000017","label":"A004","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"screen","delivery":"screen"}' AS BLOB),X'893B1F662A70C9FEA748A4446FBC93F869BE3F2571DF7E90B20474484C237D80');
INSERT INTO "ticket_event" VALUES('test-hall',16,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000017','cancel',CAST('{"n":16,"at":1767326725000000,"business_day":"2026-01-02","move":"cancel","ticket":"10000000-0000-4000-8000-000000000017","label":"A004","queue":"A","state":"cancelled","actor_kind":"kiosk","actor":"K1","reason":"given_up"}' AS BLOB),X'E33CF478DD4C2E772B7284FB8F1B84F20BFCC65C1857BC22E34399D85B2A95A0');
INSERT INTO "ticket_event" VALUES('test-hall',17,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000019','take',CAST('{"n":17,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000019","label":"AC001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1"}}' AS BLOB),X'878AAE164768D8AFEF96BDF1B5EF50DF52F279181836171EE382A167B175D377');
INSERT INTO "ticket_event" VALUES('test-hall',18,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000019','confirm_print',CAST('{"n":18,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000019","label":"AC001","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'56DC05CE5B96A2B5DEE793A98D49FD17C7DDB8A38741A54576C1BDD7C1C9F465');
INSERT INTO "ticket_event" VALUES('test-hall',19,1767413125000000,'2026-01-02','10000000-0000-4000-8000-000000000009','cancel',CAST('{"n":19,"at":1767413125000000,"business_day":"2026-01-02","move":"cancel","ticket":"10000000-0000-4000-8000-000000000009","label":"A002","queue":"A","state":"expired","actor_kind":"server","reason":"day_over"}' AS BLOB),X'C76EDB9AFE5338EF8A48E77B344EB2365A1A3518C84733759BAC2BE407604B30');
INSERT INTO "ticket_event" VALUES('test-hall',20,1767413125000000,'2026-01-02','10000000-0000-4000-8000-000000000019','cancel',CAST('{"n":20,"at":1767413125000000,"business_day":"2026-01-02","move":"cancel","ticket":"10000000-0000-4000-8000-000000000019","label":"AC001","queue":"A","state":"expired","actor_kind":"server","reason":"day_over"}' AS BLOB),X'833195B490F08F5E4F86C527C4CCC0B5BB4599E6416295626F128AD5A3C7754E');
INSERT INTO "ticket_event" VALUES('test-hall',21,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000023','take',CAST('{"n":21,"at":1767758400000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000023","label":"C001","queue":"C","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i2","for_other":true}}' AS BLOB),X'24D6E4827E905462A0C1AE39A9522345E8DBDF77B5531E174DDF9E3CCA2E0232');
INSERT INTO "ticket_event" VALUES('test-hall',22,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000023','confirm_print',CAST('{"n":22,"at":1767758400000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000023","label":"C001","queue":"C","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'70E8D2C722E19F2EB5488BA0F077291ACBAFA7E3E46CD0AC13FDC11B3C46E11E');
INSERT INTO "ticket_event" VALUES('test-hall',23,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000023','call',CAST('{"n":23,"at":1767758400000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000023","label":"C001","queue":"C","state":"called","actor_kind":"clerk","actor":"1002","counter":2,"reason":"called_by_hand"}' AS BLOB),X'0D0AE4E68951586C4D5CC8E733FD16C04B2A7B9EEBD3DAD2EDAC9C8F291B61EE');
INSERT INTO "ticket_event" VALUES('test-hall',24,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000023','serve',CAST('{"n":24,"at":1767758400000000,"business_day":"2026-01-07","move":"serve","ticket":"10000000-0000-4000-8000-000000000023","label":"C001","queue":"C","state":"serving","actor_kind":"clerk","actor":"1002","counter":2}' AS BLOB),X'58E97A7EEF3B688F76FF05B0D1344C742C5A6C97374DF7348AE56CB07DBFB077');
INSERT INTO "ticket_event" VALUES('test-hall',25,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000027','take',CAST('{"n":25,"at":1767758400000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000027","label":"A001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1"}}' AS BLOB),X'E8A034E00A39C4C346808F2BD980162B2D2E3DF4161E59CB48BBEBD27D0A424D');
INSERT INTO "ticket_event" VALUES('test-hall',26,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000027','confirm_print',CAST('{"n":26,"at":1767758400000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000027","label":"A001","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'907E190B95B7C2F7E3C0BF603AF13BE1D36DBB79DB4174C6B868A871A69C3FBA');
INSERT INTO "ticket_event" VALUES('test-hall',27,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000027','call',CAST('{"n":27,"at":1767758400000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000027","label":"A001","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'A8EA9AA8B39E83AD948415E254E5BF9DCCA6DF25C975A2FA33D010E5E90FC6B9');
INSERT INTO "ticket_event" VALUES('test-hall',28,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000027','serve',CAST('{"n":28,"at":1767758400000000,"business_day":"2026-01-07","move":"serve","ticket":"10000000-0000-4000-8000-000000000027","label":"A001","queue":"A","state":"serving","actor_kind":"clerk","actor":"1001","counter":1}' AS BLOB),X'2772902D74CE33CE20F14E536BBDFD92C0BD96ED748D8B86F287B97C589DB13E');
INSERT INTO "ticket_event" VALUES('test-hall',29,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000027','hold',CAST('{"n":29,"at":1767758400000000,"business_day":"2026-01-07","move":"hold","ticket":"10000000-0000-4000-8000-000000000027","label":"A001","queue":"A","state":"held","actor_kind":"clerk","actor":"1001","counter":1,"reason":"去复印"}' AS BLOB),X'08271A968FA1B16B6B50538AC6220AA58CB0D83D8970AB18804BC0B8F67FD2DE');
INSERT INTO "ticket_event" VALUES('test-hall',30,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000032','take',CAST('{"n":30,"at":1767758400000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000032","label":"A002","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":2,"item":"i1"}}' AS BLOB),X'FD7356F49632215876AF433C12DC8673133EDA45832B228EAF6F37AFCBA5D947');
INSERT INTO "ticket_event" VALUES('test-hall',31,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000032','confirm_print',CAST('{"n":31,"at":1767758400000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000032","label":"A002","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'0113D61313C3680D24105E2879AAF042C27FBAB540BBCE49FED5C1F9F64B5776');
INSERT INTO "ticket_event" VALUES('test-hall',32,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000032','call',CAST('{"n":32,"at":1767758400000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000032","label":"A002","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'787FF677EF9C9443CCD0DCB3F7ECEEA5C0D77DCC3BEBC32DC327A70DAD26F9E3');
INSERT INTO "ticket_event" VALUES('test-hall',33,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000032','no_show',CAST('{"n":33,"at":1767758460000000,"business_day":"2026-01-07","move":"no_show","ticket":"10000000-0000-4000-8000-000000000032","label":"A002","queue":"A","state":"no_show","actor_kind":"clerk","actor":"1001","counter":1,"calls":2}' AS BLOB),X'B6803A7571416751BA5698766A575985683BFE5D9C18A039AF5CF5DEA77DC119');
INSERT INTO "ticket_event" VALUES('test-hall',34,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000036','take',CAST('{"n":34,"at":1767758460000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000036","label":"A003","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":3,"item":"i1","since":1767729600000000,"carried_from":"10000000-0000-4000-8000-000000000019"}}' AS BLOB),X'9C757C5DFA2B3DB718DA0C65A6A7E26EC70113A758BCF1890546B05CB292506D');
INSERT INTO "ticket_event" VALUES('test-hall',35,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000036','confirm_print',CAST('{"n":35,"at":1767758460000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000036","label":"A003","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'37B7F5843387D09C7905FE3C3524FC66B32DD776C38F47593DB1D155C446C008');
INSERT INTO "ticket_event" VALUES('test-hall',36,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000036','call',CAST('{"n":36,"at":1767758460000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000036","label":"A003","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"only_one_waiting;waited:481;waiting:1"}' AS BLOB),X'73FFBA2C307BAA834278AAA5DF8056A508084EE92286DECF9C508D2A2F15AEB7');
INSERT INTO "ticket_event" VALUES('test-hall',37,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000001','take',CAST('{"n":37,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"30000000-0000-4000-8000-000000000001","label":"A601","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":601,"item":"i1","origin":"lease","since":1767758520000000}}' AS BLOB),X'08BF763E6105A53E5486F40B3CDFDBBE37B2B76D20E4C7662F33A9290A47602D');
INSERT INTO "ticket_event" VALUES('test-hall',38,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000001','confirm_print',CAST('{"n":38,"at":1767758580000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"30000000-0000-4000-8000-000000000001","label":"A601","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'7D48F2D15EFDD4DC2D255EB941D3499182D335F3D1775C275DCBFEB882ABF634');
INSERT INTO "ticket_event" VALUES('test-hall',39,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000002','take',CAST('{"n":39,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"30000000-0000-4000-8000-000000000002","label":"A602","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":602,"item":"i1","origin":"lease","since":1767758520000000}}' AS BLOB),X'F3131AA1C7DF510496305069D82492162399CF7F7C5223B85164FC17395F9A22');
INSERT INTO "ticket_event" VALUES('test-hall',40,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000002','confirm_print',CAST('{"n":40,"at":1767758580000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"30000000-0000-4000-8000-000000000002","label":"A602","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"screen","delivery":"screen"}' AS BLOB),X'9CEAC2F89AA5CBE9C80D1F1DAF1DEA47E9FF62C0227B5D5E7E3215AFD74C601B');
INSERT INTO "ticket_event" VALUES('test-hall',41,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000004','take',CAST('{"n":41,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"30000000-0000-4000-8000-000000000004","label":"AR001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1","origin":"emergency","since":1767758520000000}}' AS BLOB),X'67F9A77D5D633A79D78D5E3E0077CBF3721563A4FA3830CEA96BCDA06AA5B8BE');
INSERT INTO "ticket_event" VALUES('test-hall',42,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000004','confirm_print',CAST('{"n":42,"at":1767758580000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"30000000-0000-4000-8000-000000000004","label":"AR001","queue":"A","state":"unconfirmed","actor_kind":"kiosk","actor":"K1","answer":"cannot_tell"}' AS BLOB),X'EEE1F626D45EF42055D53CDA957B98CDE5E589018BB53875B5B3FB276E83F8F6');
INSERT INTO "ticket_event" VALUES('test-hall',43,1767758580000000,'2026-01-07','10000000-0000-4000-8000-000000000041','take',CAST('{"n":43,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000041","label":"C002","queue":"C","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":2,"item":"i2"}}' AS BLOB),X'3DC96FCC0F749E561CD0E59812C5E9839D77E36A487A52BADA8E85545180C7AB');
CREATE INDEX idempotency_age ON idempotency (hall_id, at);
CREATE INDEX ticket_event_of_ticket ON ticket_event (hall_id, ticket_id);
CREATE INDEX ticket_line ON ticket (hall_id, queue, place, state, business_day) WHERE state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting';
CREATE INDEX ticket_desk ON ticket (hall_id, counter) WHERE state = 'called' OR state = 'serving';
CREATE INDEX ticket_carried ON ticket (hall_id, carried_from) WHERE carried_from <> '';
CREATE INDEX ticket_aside ON ticket (hall_id, queue, place) WHERE state = 'held' OR state = 'no_show';
CREATE INDEX lease_of_kiosk ON lease (hall_id, kiosk, boot_id);
COMMIT;
