-- A hall as the program made it at its schema 0013: two business days, two lives, tickets in every state that
-- it knew. Never changed; every later program brings it up to its own tables. Made by tests/keep_database.py.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0013');
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
);
INSERT INTO "booking" VALUES('test-hall','10000000-0000-4000-8000-000000000001','A','i1','2026-01-02',1767333600000000,1767335400000000,'missed','kiosk',1767326400000000,1,4,0,'10000000-0000-4000-8000-000000000001','','','','abababababababababababababababab','陈*明','123X');
INSERT INTO "booking" VALUES('test-hall','10000000-0000-4000-8000-000000000003','A','i1','2026-01-02',1767340800000000,1767342600000000,'cancelled','kiosk',1767326400000000,2,3,0,'10000000-0000-4000-8000-000000000003','','','','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042');
INSERT INTO "booking" VALUES('test-hall','10000000-0000-4000-8000-000000000045','A','i1','2026-01-07',1767760200000000,1767762000000000,'checked_in','kiosk',1767758580000000,5,6,0,'10000000-0000-4000-8000-000000000045','','10000000-0000-4000-8000-000000000044','','abababababababababababababababab','陈*明','123X');
INSERT INTO "booking" VALUES('test-hall','10000000-0000-4000-8000-000000000047','A','i1','2026-01-07',1767783600000000,1767785400000000,'booked','kiosk',1767758580000000,7,8,1,'10000000-0000-4000-8000-000000000047','','','1001','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042');
INSERT INTO "booking" VALUES('test-hall','10000000-0000-4000-8000-000000000048','A','i1','2026-01-07',1767785400000000,1767787200000000,'pending','kiosk',1767758580000000,9,9,1,'10000000-0000-4000-8000-000000000048','','','','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042');
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

;
INSERT INTO "booking_event" VALUES('test-hall',1,1767326400000000,'10000000-0000-4000-8000-000000000001','book',CAST('{"n":1,"at":1767326400000000,"booking":"10000000-0000-4000-8000-000000000001","move":"book","state":"booked","actor_kind":"kiosk","actor":"K1","birth":{"queue":"A","item":"i1","day":"2026-01-02","starts_at":1767333600000000,"ends_at":1767335400000000,"channel":"kiosk","correlation":"10000000-0000-4000-8000-000000000001"}}' AS BLOB),X'E4B5110F865F5A45D81D4DDBCA890729CCA712A61C5F9C1AB3CA50918D06892E');
INSERT INTO "booking_event" VALUES('test-hall',2,1767326400000000,'10000000-0000-4000-8000-000000000003','book',CAST('{"n":2,"at":1767326400000000,"booking":"10000000-0000-4000-8000-000000000003","move":"book","state":"booked","actor_kind":"kiosk","actor":"K1","birth":{"queue":"A","item":"i1","day":"2026-01-02","starts_at":1767340800000000,"ends_at":1767342600000000,"channel":"kiosk","correlation":"10000000-0000-4000-8000-000000000003"}}' AS BLOB),X'9B826CE9C08612CC3BB5DCBE930E4267F2354ADA152895AF9E248FA8702CB9A4');
INSERT INTO "booking_event" VALUES('test-hall',3,1767326400000000,'10000000-0000-4000-8000-000000000003','cancel',CAST('{"n":3,"at":1767326400000000,"booking":"10000000-0000-4000-8000-000000000003","move":"cancel","state":"cancelled","actor_kind":"kiosk","actor":"K1"}' AS BLOB),X'7CB0E815A2AA81C1F87FDB61EF1AD8456F2A7648E560807B437055CEBE8BDD87');
INSERT INTO "booking_event" VALUES('test-hall',4,1767413125000000,'10000000-0000-4000-8000-000000000001','miss',CAST('{"n":4,"at":1767413125000000,"booking":"10000000-0000-4000-8000-000000000001","move":"miss","state":"missed","actor_kind":"server"}' AS BLOB),X'F9E30BB2BC2C403E75CF60ADDEE74292D6122EC08D92A49D61D7C587AF7649E6');
INSERT INTO "booking_event" VALUES('test-hall',5,1767758580000000,'10000000-0000-4000-8000-000000000045','book',CAST('{"n":5,"at":1767758580000000,"booking":"10000000-0000-4000-8000-000000000045","move":"book","state":"booked","actor_kind":"kiosk","actor":"K1","birth":{"queue":"A","item":"i1","day":"2026-01-07","starts_at":1767760200000000,"ends_at":1767762000000000,"channel":"kiosk","correlation":"10000000-0000-4000-8000-000000000045"}}' AS BLOB),X'79BEB4CA2D8258A80D92F992153AAE2F14D25EE1C015E78D829D9B9F0951D52E');
INSERT INTO "booking_event" VALUES('test-hall',6,1767758580000000,'10000000-0000-4000-8000-000000000045','check_in',CAST('{"n":6,"at":1767758580000000,"booking":"10000000-0000-4000-8000-000000000045","move":"check_in","state":"checked_in","actor_kind":"kiosk","actor":"K1","ticket":"10000000-0000-4000-8000-000000000044"}' AS BLOB),X'0FEB6A6D41FCBA32F3A3B0891952C4935E4144E5DA83BA2D76D62D1CB002BD72');
INSERT INTO "booking_event" VALUES('test-hall',7,1767758580000000,'10000000-0000-4000-8000-000000000047','book',CAST('{"n":7,"at":1767758580000000,"booking":"10000000-0000-4000-8000-000000000047","move":"book","state":"pending","actor_kind":"kiosk","actor":"K1","birth":{"queue":"A","item":"i1","day":"2026-01-07","starts_at":1767783600000000,"ends_at":1767785400000000,"channel":"kiosk","out_of_hours":true,"correlation":"10000000-0000-4000-8000-000000000047"}}' AS BLOB),X'6CF494B7BC0F9BD3EC7274723C4ABBD1C1F614DB76667C1E830BD329AA9EFEDD');
INSERT INTO "booking_event" VALUES('test-hall',8,1767758580000000,'10000000-0000-4000-8000-000000000047','confirm',CAST('{"n":8,"at":1767758580000000,"booking":"10000000-0000-4000-8000-000000000047","move":"confirm","state":"booked","actor_kind":"clerk","actor":"1001"}' AS BLOB),X'F994B39B523DBDB6426646BF9034C336099A41440D90BF1313AEAC6AA4361A92');
INSERT INTO "booking_event" VALUES('test-hall',9,1767758580000000,'10000000-0000-4000-8000-000000000048','book',CAST('{"n":9,"at":1767758580000000,"booking":"10000000-0000-4000-8000-000000000048","move":"book","state":"pending","actor_kind":"kiosk","actor":"K1","birth":{"queue":"A","item":"i1","day":"2026-01-07","starts_at":1767785400000000,"ends_at":1767787200000000,"channel":"kiosk","out_of_hours":true,"correlation":"10000000-0000-4000-8000-000000000048"}}' AS BLOB),X'613AF404717DE312E5A31B2FBC17D8F0923D6C8E3C3E7264A33854FD66A41E42');
CREATE TABLE catalogue_snapshot (
	hall_id TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	version TEXT NOT NULL, 
	effective_from TEXT NOT NULL, 
	published_at BIGINT NOT NULL, 
	published_by TEXT NOT NULL, 
	body BLOB NOT NULL, 
	PRIMARY KEY (hall_id, n)
);
INSERT INTO "catalogue_snapshot" VALUES('test-hall',1,'f81bbe24a4dfebf0','2026-01-02',1767326400000000,'site_file',CAST('{"version":"f81bbe24a4dfebf0","effective_from":"","items":{"i1":{"id":"i1","elements":{"name":"居住证","codes":{},"basis":[],"kind":null,"target":"","conditions":"","process":[],"materials":[{"id":"m1","name":"身份证","tolerable":false,"licence":""}],"legal":null,"promise_days":0,"results":[],"special_steps":[]},"queue":"A","reach":"local","levels":[],"situations":[],"form_fields":[],"local":[],"guide_from":"","default_outcome":"accepted","theme":"","plain":"","note":"","common":false},"i2":{"id":"i2","elements":{"name":"登记","codes":{},"basis":[],"kind":null,"target":"","conditions":"","process":[],"materials":[],"legal":null,"promise_days":0,"results":[],"special_steps":[]},"queue":"C","reach":"local","levels":[],"situations":[],"form_fields":[],"local":[],"guide_from":"","default_outcome":"done_at_once","theme":"","plain":"","note":"","common":false}},"materials":{},"guides":{},"components":{},"english":{}}' AS BLOB));
CREATE TABLE city_cursor (
	hall_id TEXT NOT NULL, 
	stream TEXT NOT NULL, 
	cursor TEXT NOT NULL, 
	PRIMARY KEY (hall_id, stream)
);
INSERT INTO "city_cursor" VALUES('test-hall','events','3');
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
);
INSERT INTO "city_message" VALUES('test-hall','8c90cbf5-d27d-81f5-b4ee-012ea472714b','notices','called','10000000-0000-4000-8000-000000000059','10000000-0000-4000-8000-000000000059',1767758630000000,CAST('{"label":"A001"}' AS BLOB),'taken',1,0,0,'',1767758630000000);
INSERT INTO "city_message" VALUES('test-hall','1c33629a-9370-88ea-af1d-c6e2ce9a6348','notices','missed','10000000-0000-4000-8000-000000000059','10000000-0000-4000-8000-000000000059',1767758630000000,CAST('{"label":"A001"}' AS BLOB),'dead',2,0,0,'http_422',1767758630000000);
INSERT INTO "city_message" VALUES('test-hall','a4c3ed04-a95a-8da1-8a9d-235c83d868be','notices','done','10000000-0000-4000-8000-000000000059','10000000-0000-4000-8000-000000000059',1767758630000000,CAST('{"label":"A001"}' AS BLOB),'waiting',3,0,0,'',0);
CREATE TABLE code_claim (
	hall_id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	kiosk TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (hall_id, code)
);
INSERT INTO "code_claim" VALUES('test-hall','6733862a9c5892fbfc43c99b063d17a7','K1','10000000-0000-4000-8000-000000000059',1767758630000000);
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
CREATE TABLE enrolment_code (
	hall_id TEXT NOT NULL, 
	code_hash BLOB NOT NULL, 
	kiosk TEXT NOT NULL, 
	made_at BIGINT NOT NULL, 
	made_by TEXT NOT NULL, 
	key_id TEXT NOT NULL, 
	PRIMARY KEY (hall_id, code_hash)
);
INSERT INTO "enrolment_code" VALUES('test-hall',X'6363636363636363636363636363636363636363636363636363636363636363','K4',1767758630000000,'1009','');
CREATE TABLE "hall_head" (
	hall_id TEXT NOT NULL, 
	n BIGINT NOT NULL, 
	hash BLOB NOT NULL, 
	version BIGINT NOT NULL, 
	PRIMARY KEY (hall_id)
);
INSERT INTO "hall_head" VALUES('test-hall',42,X'473945229522F9D16535747D68DA9005873684EFF0531639E3B07B83E0A90542',0);
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
);
INSERT INTO "help_call" VALUES('test-hall','10000000-0000-4000-8000-000000000050',4,'K1','','','K5','zh','L',1767758580000000,'done','1001','',2,1767758590000000,1767758600000000,1767758610000000,1);
INSERT INTO "help_call" VALUES('test-hall','10000000-0000-4000-8000-000000000054',6,'K2','','','K5','zh','L',1767758610000000,'given_up','','',NULL,NULL,NULL,1767758610000000,1);
INSERT INTO "help_call" VALUES('test-hall','10000000-0000-4000-8000-000000000056',9,'K3','','','K5','zh','L',1767758610000000,'coming','1001','',2,1767758620000000,1767758630000000,NULL,1);
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
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000024',X'77F7A7D8B2A0454C117A03EB2A5846CA2392B32786744962B3BF4306F7EC8682',200,CAST('{"no":1,"name":"一号","state":"idle","label":"","since":1767758400000000,"clerk":"1001","back_at":null}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000025',X'3DF782CB27967C9BE348EC6C8B7C642410422DCE55EE200AB2CAC82C8D16AD94',200,CAST('{"no":2,"name":"二号","state":"idle","label":"","since":1767758400000000,"clerk":"1002","back_at":null}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000026',X'5911A94077A39DABEE2A8F21DAB25EDE498A6031B0C972B0049198BF92CAF4BA',200,CAST('{"id":"10000000-0000-4000-8000-000000000026","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"reserved","origin":"online","delivery":"none","taken_at":1767758400000000,"n":21,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[2],"low_counters":false,"bring":[],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000026","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":"LH"}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000027',X'1510CC5A0CA0BDAE07B01B3CEE8A1A84194CD95644B71EB0B052080EB5E3C468',200,CAST('{"id":"10000000-0000-4000-8000-000000000026","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":22,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[2],"low_counters":false,"bring":[],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000026","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":"LH"}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000028',X'C64FA48051D3AA194841052D24456995B9E25E8E239EBF93155966CAE3BDAF38',200,CAST('{"id":"10000000-0000-4000-8000-000000000026","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"called","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":23,"ahead":null,"wait":null,"counters":[2],"low_counters":false,"bring":[],"counter":2,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000026","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":{"relation":"relative","principal":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"organisation":"木棉科技"},"modes":"LH"}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000029',X'176C50F4C0736443F1B0A93F1269C1F48C300F1E4D83760CF4011103FE13B524',200,CAST('{"id":"10000000-0000-4000-8000-000000000026","label":"C001","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"serving","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":24,"ahead":null,"wait":null,"counters":[2],"low_counters":false,"bring":[],"counter":2,"called_at":1767758400000000,"served_at":1767758400000000,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":true,"place":"","items":["i2"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000026","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":{"relation":"relative","principal":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"organisation":"木棉科技"},"modes":"LH"}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000030',X'7275D4203830499DC885A0C41A83E319971FFA260E9075647337063BB927A1B2',200,CAST('{"id":"10000000-0000-4000-8000-000000000030","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758400000000,"n":25,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000030","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000031',X'EA54D7511F13456FEB8D77228C34B070AB00FDFB3FB540B07EE5B3A2A0EA078A',200,CAST('{"id":"10000000-0000-4000-8000-000000000030","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":26,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000030","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000032',X'6A317DA109D62812B573F6DE37EE5E94C575DB12F93FE8DF98271B77B8A7731B',200,CAST('{"id":"10000000-0000-4000-8000-000000000030","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"called","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":27,"ahead":null,"wait":null,"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000030","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000033',X'B34FCE16250B1D8EDD38390F0AA3E2092A5F44FB2D10CCB9EC82696B276619B5',200,CAST('{"id":"10000000-0000-4000-8000-000000000030","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"serving","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":28,"ahead":null,"wait":null,"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":1767758400000000,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000030","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000034',X'9900E220A46B7AE32514088DA00268AF47ADCD19F5496C36DDE9255ACA44DAE1',200,CAST('{"id":"10000000-0000-4000-8000-000000000030","label":"A001","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"held","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":29,"ahead":null,"wait":null,"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":1767758400000000,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000030","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000035',X'2049247539C6779CAB910C8E1A88023C38C3454B0DE9EB6974B2E49F2295795D',200,CAST('{"id":"10000000-0000-4000-8000-000000000035","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758400000000,"n":30,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000035","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000036',X'AED5F4BF6C0D0BF4CAB25B2EEA26A23BB3817CF858144E714B779585442F5746',200,CAST('{"id":"10000000-0000-4000-8000-000000000035","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":31,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000035","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000037',X'C7E191A674F7FD74FDFB2C467ACA540F7FFABF46F1439C347653BCFC7FF168AE',200,CAST('{"id":"10000000-0000-4000-8000-000000000035","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"called","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":32,"ahead":null,"wait":null,"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000035","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758400000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000038',X'8B6D8C55427087C016934701A64077A30BC64BE12788E55D629DE8E3FB4F31D4',200,CAST('{"id":"10000000-0000-4000-8000-000000000035","label":"A002","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"no_show","origin":"online","delivery":"paper","taken_at":1767758400000000,"n":33,"ahead":null,"wait":null,"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":1,"called_at":1767758400000000,"served_at":null,"recalls":0,"outcome":null,"visitor":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000035","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":1,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000039',X'8E5628743D038EAF286FC4BF70660213F7BD085C570DCBEF8578527B8F02B3FB',200,CAST('{"id":"10000000-0000-4000-8000-000000000039","label":"A003","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758460000000,"n":34,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000039","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000040',X'11922EF14FED791184B02A6A5848E28947223FC65AC8CD20FEB7D14B43504D49',200,CAST('{"id":"10000000-0000-4000-8000-000000000039","label":"A003","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"waiting","origin":"online","delivery":"paper","taken_at":1767758460000000,"n":35,"ahead":0,"wait":{"low_min":0,"high_min":2},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000039","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000041',X'ED78B57CDD6719411239E33D30CA3D473505CD0D718DA3F001665EC6D0F7680A',200,CAST('{"id":"10000000-0000-4000-8000-000000000039","label":"A003","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"called","origin":"online","delivery":"paper","taken_at":1767758460000000,"n":36,"ahead":null,"wait":null,"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":1,"called_at":1767758460000000,"served_at":null,"recalls":0,"outcome":null,"visitor":{"pseudonym":"abababababababababababababababab","name_mask":"陈*明","number_mask":"123X"},"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000039","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000042',X'4DFF2E9D631BA8EF569C4F72A64F967AC9C9B131BD1FEF51ADA9E0F5CE9E4030',200,CAST('{"epoch":1,"business_day":"2026-01-07","incarnation":"00000000-0000-0000-0000-000000000002","queue":"A","letter":"A","from":601,"to":650,"expires_at":1767816000000000,"emergency_letter":"R","emergency_next":1,"width":3,"acked":0}' AS BLOB),1767758460000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000043',X'3CF685447E997B680A8281E77F67C429CFFF58DD396E494E23DEF3E1C5FC280D',200,CAST('{"acked":5,"refused":[{"seq":5,"code":"number_not_granted"}]}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000044',X'4BB51265638B3A833E66B6A4DB71BCA840BAF20C6A7513D65E21F409138D7FD8',200,CAST('{"ticket":{"id":"10000000-0000-4000-8000-000000000044","label":"A004","business_day":"2026-01-07","queue":"A","item":"i1","item_name":"居住证","state":"reserved","origin":"online","delivery":"none","taken_at":1767758580000000,"n":41,"ahead":2,"wait":{"low_min":3,"high_min":13},"counters":[1,2],"low_counters":false,"bring":["身份证"],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i1"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000045","booked_for":1767760200000000,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""},"bookings":[{"id":"10000000-0000-4000-8000-000000000045","queue":"A","item":"i1","item_name":"居住证","day":"2026-01-07","starts_at":1767760200000000,"ends_at":1767762000000000,"state":"checked_in","channel":"kiosk","made_at":1767758580000000,"check_in_from":1767758400000000,"on_time_until":1767760800000000,"check_in_until":1767762600000000,"cancel_until":1767753000000000,"correlation":"10000000-0000-4000-8000-000000000045","ticket":"10000000-0000-4000-8000-000000000044"}],"late":false}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000045',X'662A54306DA6D6C743C8D3B98C527C357B74B32C5D640BAD7BAF5F179B293175',200,CAST('{"id":"10000000-0000-4000-8000-000000000045","queue":"A","item":"i1","item_name":"居住证","day":"2026-01-07","starts_at":1767760200000000,"ends_at":1767762000000000,"state":"booked","channel":"kiosk","made_at":1767758580000000,"check_in_from":1767758400000000,"on_time_until":1767760800000000,"check_in_until":1767762600000000,"cancel_until":1767753000000000,"correlation":"10000000-0000-4000-8000-000000000045"}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000046',X'8A183AFDB9BDDCE3345757794DCF1780747BE199EEA467CEDCAFD1ED7EABDC5B',200,CAST('{"id":"10000000-0000-4000-8000-000000000047","queue":"A","item":"i1","item_name":"居住证","day":"2026-01-07","starts_at":1767783600000000,"ends_at":1767785400000000,"state":"booked","channel":"kiosk","made_at":1767758580000000,"check_in_from":1767781800000000,"on_time_until":1767784200000000,"check_in_until":1767786000000000,"cancel_until":1767776400000000,"out_of_hours":true,"correlation":"10000000-0000-4000-8000-000000000047","confirmed_by":"1001","name_mask":"欧阳**","number_mask":"0042"}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000047',X'097B6130223DB3328D16864B785FCB37F714E176E802FB9262A3A86B50D79987',200,CAST('{"id":"10000000-0000-4000-8000-000000000047","queue":"A","item":"i1","item_name":"居住证","day":"2026-01-07","starts_at":1767783600000000,"ends_at":1767785400000000,"state":"pending","channel":"kiosk","made_at":1767758580000000,"check_in_from":1767781800000000,"on_time_until":1767784200000000,"check_in_until":1767786000000000,"cancel_until":1767776400000000,"out_of_hours":true,"correlation":"10000000-0000-4000-8000-000000000047"}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000048',X'28E3BD68BF0473B362CD7BCD2902E841CD8F064E394913CF36E88042BA71D540',200,CAST('{"id":"10000000-0000-4000-8000-000000000048","queue":"A","item":"i1","item_name":"居住证","day":"2026-01-07","starts_at":1767785400000000,"ends_at":1767787200000000,"state":"pending","channel":"kiosk","made_at":1767758580000000,"check_in_from":1767783600000000,"on_time_until":1767786000000000,"check_in_until":1767787800000000,"cancel_until":1767778200000000,"out_of_hours":true,"correlation":"10000000-0000-4000-8000-000000000048"}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000049',X'66AE22E5288F5ABCCB2EE685A140801F6C5B4A465DB089A45ADFEC132FA96EA3',200,CAST('{"id":"10000000-0000-4000-8000-000000000049","label":"C002","business_day":"2026-01-07","queue":"C","item":"i2","item_name":"登记","state":"reserved","origin":"online","delivery":"none","taken_at":1767758580000000,"n":42,"ahead":0,"wait":{"low_min":6,"high_min":65},"counters":[2],"low_counters":false,"bring":[],"counter":null,"called_at":null,"served_at":null,"recalls":0,"outcome":null,"visitor":null,"chips":[],"for_other":false,"place":"","items":["i2"],"more_names":[],"materials":[],"bundle":"","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000049","booked_for":null,"come_back_at":null,"may_not_be_served":false,"directed_to":null,"no_shows":0,"end_reason":"","on_behalf":null,"modes":""}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000050',X'2AAB90CCFCF620C3DF018C687C3E0A25D4CEB51189C62CBA1C6B90DC10C3C49F',200,CAST('{"id":"10000000-0000-4000-8000-000000000050","n":1,"kiosk":"K1","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758580000000,"state":"called","by":"","looks":"","minutes":null,"seen_at":null,"coming_at":null,"ended_at":null,"presses":1}' AS BLOB),1767758580000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000051',X'FB3A1F2F075E15A395B1F36BD2ADDB465DA0CC8DEF58E33399FF4EE05C6F2E2B',200,CAST('{"id":"10000000-0000-4000-8000-000000000050","n":2,"kiosk":"K1","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758580000000,"state":"seen","by":"1001","looks":"","minutes":null,"seen_at":1767758590000000,"coming_at":null,"ended_at":null,"presses":1}' AS BLOB),1767758590000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000052',X'2E842B0756370C33E0D5A671320AA7DD17A08B45BE395D0A61927676A0EE1111',200,CAST('{"id":"10000000-0000-4000-8000-000000000050","n":3,"kiosk":"K1","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758580000000,"state":"coming","by":"1001","looks":"","minutes":2,"seen_at":1767758590000000,"coming_at":1767758600000000,"ended_at":null,"presses":1}' AS BLOB),1767758600000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000053',X'D61841C12CFE44B4B970B01D01F327A1583C81DB968D3A9A6FC94C840D828871',200,CAST('{"id":"10000000-0000-4000-8000-000000000050","n":4,"kiosk":"K1","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758580000000,"state":"done","by":"1001","looks":"","minutes":2,"seen_at":1767758590000000,"coming_at":1767758600000000,"ended_at":1767758610000000,"presses":1}' AS BLOB),1767758610000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000054',X'63A64E0D8CA35E9406F1E48B3376CDFC717BC44AF8AE0C7897A3724F27A307E9',200,CAST('{"id":"10000000-0000-4000-8000-000000000054","n":5,"kiosk":"K2","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758610000000,"state":"called","by":"","looks":"","minutes":null,"seen_at":null,"coming_at":null,"ended_at":null,"presses":1}' AS BLOB),1767758610000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000055',X'E2B538F4EF7CE0D84A85D5DC951C60160E8F33BBB10E27D92B21CC27A6613950',200,CAST('{"id":"10000000-0000-4000-8000-000000000054","n":6,"kiosk":"K2","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758610000000,"state":"given_up","by":"","looks":"","minutes":null,"seen_at":null,"coming_at":null,"ended_at":1767758610000000,"presses":1}' AS BLOB),1767758610000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000056',X'9944B71B72AD05520CBCCD26762A7E87015EE8386B807922C2754A053D7562A5',200,CAST('{"id":"10000000-0000-4000-8000-000000000056","n":7,"kiosk":"K3","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758610000000,"state":"called","by":"","looks":"","minutes":null,"seen_at":null,"coming_at":null,"ended_at":null,"presses":1}' AS BLOB),1767758610000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000057',X'AD1D2BF483FC0E71427E1ED8B31A83B8EE0CCF78870EB8DAD086C6D40C4E1729',200,CAST('{"id":"10000000-0000-4000-8000-000000000056","n":8,"kiosk":"K3","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758610000000,"state":"seen","by":"1001","looks":"","minutes":null,"seen_at":1767758620000000,"coming_at":null,"ended_at":null,"presses":1}' AS BLOB),1767758620000000);
INSERT INTO "idempotency" VALUES('test-hall','10000000-0000-4000-8000-000000000058',X'F4991A235B3AD96A54792F742F9283B7B48F3ECFC64212487C8336953D04966A',200,CAST('{"id":"10000000-0000-4000-8000-000000000056","n":9,"kiosk":"K3","kiosk_name":"","place":"","page":"K5","speech":"zh","modes":"L","at":1767758610000000,"state":"coming","by":"1001","looks":"","minutes":2,"seen_at":1767758620000000,"coming_at":1767758630000000,"ended_at":null,"presses":1}' AS BLOB),1767758630000000);
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
CREATE TABLE kiosk_health (
	hall_id TEXT NOT NULL, 
	kiosk TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	condition TEXT NOT NULL, 
	paper BIGINT, 
	version TEXT NOT NULL, 
	PRIMARY KEY (hall_id, kiosk, at)
);
INSERT INTO "kiosk_health" VALUES('test-hall','K1',1767758100000000,'watch',40,'6.2');
INSERT INTO "kiosk_health" VALUES('test-hall','K1',1767758400000000,'away',NULL,'');
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
);
INSERT INTO "machine" VALUES('test-hall','m1','K1',X'7070707070707070707070707070707070707070707070707070707070707070',X'6262626262626262626262626262626262626262626262626262626262626262','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','7KQ2-M4XA-9P0C-ZT3W','waiting',1767758630000000,'',0,NULL,'');
INSERT INTO "machine" VALUES('test-hall','m2','K2',X'7070707070707070707070707070707070707070707070707070707070707070',X'6262626262626262626262626262626262626262626262626262626262626262','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','7KQ2-M4XA-9P0C-ZT3W','well',1767758630000000,'bbbbbbbbbbbbbbbb,aaaaaaaaaaaaaaaa',0,NULL,'');
INSERT INTO "machine" VALUES('test-hall','m3','K3',X'7070707070707070707070707070707070707070707070707070707070707070',X'6262626262626262626262626262626262626262626262626262626262626262','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','7KQ2-M4XA-9P0C-ZT3W','out',1767758630000000,'',0,NULL,'');
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
INSERT INTO "pin_tries" VALUES('test-hall','1009@192.0.2.9',1,1767758400000000);
INSERT INTO "pin_tries" VALUES('test-hall','*@192.0.2.9',1,1767758400000000);
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
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-02','ACRL',2,601);
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-07','A',5,651);
INSERT INTO "queue_counter" VALUES('test-hall','2026-01-07','C',3,5);
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

;
INSERT INTO "record" VALUES('test-hall',1,1767758400000000,'account','1001',CAST('{"n":1,"at":1767758400000000,"kind":"account","about":"1001","actor_kind":"clerk","actor":"1001","what":{"act":"signed_in"}}' AS BLOB),X'EA3342A5F904FDEBAFD2F43292A16A348E9657F7BD765C71AA3796A3E39D3E7C');
INSERT INTO "record" VALUES('test-hall',2,1767758630000000,'consent','10000000-0000-4000-8000-000000000059',CAST('{"n":2,"at":1767758630000000,"kind":"consent","about":"10000000-0000-4000-8000-000000000059","actor_kind":"kiosk","actor":"K1","what":{"given":true}}' AS BLOB),X'1BE4A5474140320890F6189946294716715CE16324876FE565000EAF53906AC4');
INSERT INTO "record" VALUES('test-hall',3,1767758630000000,'account','1001',CAST('{"n":3,"at":1767758630000000,"kind":"account","about":"1001","actor_kind":"clerk","actor":"1009","what":{"act":"added","roles":["clerk","lead"]}}' AS BLOB),X'78E9A78DC50DD7586BB5E88EAAF983C72E2C7090EC2A194106970BDB34C9A2CA');
INSERT INTO "record" VALUES('test-hall',4,1767758630000000,'account','1002',CAST('{"n":4,"at":1767758630000000,"kind":"account","about":"1002","actor_kind":"clerk","actor":"1009","what":{"act":"added","roles":["clerk","lead"]}}' AS BLOB),X'B1646736F806C3C0C99D61AA31DD86CA85F24BD09DCC7B20506B62373F6FBD38');
INSERT INTO "record" VALUES('test-hall',5,1767758630000000,'account','1003',CAST('{"n":5,"at":1767758630000000,"kind":"account","about":"1003","actor_kind":"clerk","actor":"1009","what":{"act":"added","roles":["clerk","lead"]}}' AS BLOB),X'2F5731C15DA487EF71292E53D3E642B241C92174BDE0F90B101BD7956FFBA248');
INSERT INTO "record" VALUES('test-hall',6,1767758630000000,'account','1001',CAST('{"n":6,"at":1767758630000000,"kind":"account","about":"1001","actor_kind":"clerk","actor":"1001","what":{"act":"pin_changed"}}' AS BLOB),X'C08A6E5D055C1FADA26A5516F3D2E1CDB0BE99F83CFBC783CF2B68503D781DC8');
INSERT INTO "record" VALUES('test-hall',7,1767758630000000,'account','1008',CAST('{"n":7,"at":1767758630000000,"kind":"account","about":"1008","actor_kind":"clerk","actor":"1009","what":{"act":"added","roles":["clerk"]}}' AS BLOB),X'190D34D337AA3337BA8CAED981373B936126201C46151DC96B8BC4C3860AAF90');
INSERT INTO "record" VALUES('test-hall',8,1767758630000000,'account','1008',CAST('{"n":8,"at":1767758630000000,"kind":"account","about":"1008","actor_kind":"clerk","actor":"1009","what":{"act":"locked"}}' AS BLOB),X'A3FD8E2AEBC1E5E5A422E533A2E85C502FB7A1D2E1D64CBF77040EFA809D4888');
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
);
INSERT INTO "staff_account" VALUES('test-hall','1001','甲1','clerk,lead','','','$argon2id$other',1767758630000000,1767758630000000,NULL,NULL);
INSERT INTO "staff_account" VALUES('test-hall','1002','甲2','clerk,lead','','','$argon2id$nothing',1767758630000000,NULL,1768017830000000,NULL);
INSERT INTO "staff_account" VALUES('test-hall','1003','甲3','clerk,lead','','','$argon2id$nothing',1767758630000000,NULL,1768017830000000,NULL);
INSERT INTO "staff_account" VALUES('test-hall','1008','乙','clerk','1,2','','',1767758630000000,NULL,1768017830000000,1767758630000000);
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
INSERT INTO "staff_login" VALUES('test-hall',X'6868686868686868686868686868686868686868686868686868686868686868','1001',X'6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D6D',1,1767758400000000,1767772800000000);
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
	missed_at BIGINT, on_behalf TEXT, modes TEXT, 
	PRIMARY KEY (hall_id, id), 
	UNIQUE (hall_id, business_day, label)
);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000006','2026-01-02','A',1,'A001','i1','K1','online','completed','paper',1767326400000000,1,6,1,1767326400000000,1767326425000000,1767326425000000,1767326725000000,1,'accepted','','elder,wheelchair',0,'abababababababababababababababab','陈*明','123X',1767326400000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000006',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000012','2026-01-02','A',2,'A002','i1','K1','online','expired','paper',1767326725000000,7,19,NULL,NULL,NULL,NULL,1767413125000000,0,NULL,'day_over','',0,NULL,NULL,NULL,1767326725000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000012',NULL,'',2,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000017','2026-01-02','A',3,'A003','i1','K1','online','void','none',1767326725000000,12,13,NULL,NULL,NULL,NULL,1767326725000000,0,NULL,'','',0,NULL,NULL,NULL,1767326725000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000017',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000020','2026-01-02','A',4,'A004','i1','K1','online','cancelled','screen',1767326725000000,14,16,NULL,NULL,NULL,NULL,1767326725000000,0,NULL,'given_up','',0,NULL,NULL,NULL,1767326725000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000020',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000022','2026-01-02','A',1,'ACRL001','i1','K1','online','expired','paper',1767326725000000,17,20,NULL,NULL,NULL,NULL,1767413125000000,0,NULL,'day_over','',0,'abababababababababababababababab','陈*明','123X',1767326725000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000022',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000026','2026-01-07','C',1,'C001','i2','K1','online','serving','paper',1767758400000000,21,24,2,1767758400000000,1767758400000000,1767758400000000,NULL,0,NULL,'','',1,NULL,NULL,NULL,1767758400000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000026',NULL,'',NULL,NULL,0,NULL,'{"relation":"relative","principal":{"pseudonym":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","name_mask":"欧阳**","number_mask":"0042"},"organisation":"木棉科技"}','LH');
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000030','2026-01-07','A',1,'A001','i1','K1','online','held','paper',1767758400000000,25,29,1,1767758400000000,1767758400000000,1767758400000000,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758400000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000030',NULL,'',NULL,1767758400000000,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000035','2026-01-07','A',2,'A002','i1','K1','online','no_show','paper',1767758400000000,30,33,1,1767758400000000,1767758400000000,NULL,1767758460000000,0,NULL,'','',0,'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042',1767758400000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000035',NULL,'',NULL,NULL,1,2,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000039','2026-01-07','A',3,'A003','i1','K1','online','called','paper',1767758460000000,34,36,1,1767758460000000,1767758460000000,NULL,NULL,0,NULL,'','',0,'abababababababababababababababab','陈*明','123X',1767729602912500,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000039',NULL,'10000000-0000-4000-8000-000000000022',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','30000000-0000-4000-8000-000000000001','2026-01-07','A',601,'A601','i1','K1','lease','waiting','paper',1767758580000000,37,37,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','欧阳**','0042',1767758520000000,'','','f81bbe24a4dfebf0','',NULL,'30000000-0000-4000-8000-000000000001',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','30000000-0000-4000-8000-000000000002','2026-01-07','A',602,'A602','i1','K1','lease','waiting','screen',1767758580000000,38,39,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758520000000,'','','f81bbe24a4dfebf0','',NULL,'30000000-0000-4000-8000-000000000002',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','30000000-0000-4000-8000-000000000004','2026-01-07','A',1,'AR001','i1','K1','emergency','unconfirmed','none',1767758580000000,40,40,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758520000000,'','','f81bbe24a4dfebf0','',NULL,'30000000-0000-4000-8000-000000000004',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000044','2026-01-07','A',4,'A004','i1','K1','online','reserved','none',1767758580000000,41,41,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,'abababababababababababababababab','陈*明','123X',1767758580000000,'','','f81bbe24a4dfebf0','10000000-0000-4000-8000-000000000045',1767760200000000,'10000000-0000-4000-8000-000000000045',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "ticket" VALUES('test-hall','10000000-0000-4000-8000-000000000049','2026-01-07','C',2,'C002','i2','K1','online','reserved','none',1767758580000000,42,42,NULL,NULL,NULL,NULL,NULL,0,NULL,'','',0,NULL,NULL,NULL,1767758580000000,'','','f81bbe24a4dfebf0','',NULL,'10000000-0000-4000-8000-000000000049',NULL,'',NULL,NULL,0,NULL,NULL,NULL);
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
INSERT INTO "ticket_event" VALUES('test-hall',1,1767326400000000,'2026-01-02','10000000-0000-4000-8000-000000000006','take',CAST('{"n":1,"at":1767326400000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000006","label":"A001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1","chips":["elder","wheelchair"],"catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000006"}}' AS BLOB),X'24E9B3950840835626D6924081AEC506C4164613DB8B45ECFE237AE3A406D6A3');
INSERT INTO "ticket_event" VALUES('test-hall',2,1767326400000000,'2026-01-02','10000000-0000-4000-8000-000000000006','confirm_print',CAST('{"n":2,"at":1767326400000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000006","label":"A001","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'90077A769650CF39A6AC6F40B47154F3396E3AD7032692B913B73FAFCBBACECC');
INSERT INTO "ticket_event" VALUES('test-hall',3,1767326400000000,'2026-01-02','10000000-0000-4000-8000-000000000006','call',CAST('{"n":3,"at":1767326400000000,"business_day":"2026-01-02","move":"call","ticket":"10000000-0000-4000-8000-000000000006","label":"A001","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'20BF4F252A479D6D2761CCEE52189C48048080E472EBAB36BA9F70D0B375E3AA');
INSERT INTO "ticket_event" VALUES('test-hall',4,1767326425000000,'2026-01-02','10000000-0000-4000-8000-000000000006','recall',CAST('{"n":4,"at":1767326425000000,"business_day":"2026-01-02","move":"recall","ticket":"10000000-0000-4000-8000-000000000006","label":"A001","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1}' AS BLOB),X'578824DC44BC3450688CF5036F90CBCAC13D57B15CA3AAA1813BB32FD16A690E');
INSERT INTO "ticket_event" VALUES('test-hall',5,1767326425000000,'2026-01-02','10000000-0000-4000-8000-000000000006','serve',CAST('{"n":5,"at":1767326425000000,"business_day":"2026-01-02","move":"serve","ticket":"10000000-0000-4000-8000-000000000006","label":"A001","queue":"A","state":"serving","actor_kind":"clerk","actor":"1001","counter":1}' AS BLOB),X'1B78D6933421278213FE3A774B9A4B04197EE506E2FAA957D93D292E3BD18504');
INSERT INTO "ticket_event" VALUES('test-hall',6,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000006','complete',CAST('{"n":6,"at":1767326725000000,"business_day":"2026-01-02","move":"complete","ticket":"10000000-0000-4000-8000-000000000006","label":"A001","queue":"A","state":"completed","actor_kind":"clerk","actor":"1001","counter":1,"outcome":"accepted"}' AS BLOB),X'4E43C4BF342524A8B829A27BCD6501D58334EBC8D3C84C5D84138451511F9664');
INSERT INTO "ticket_event" VALUES('test-hall',7,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000012','take',CAST('{"n":7,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000012","label":"A002","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":2,"item":"i1","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000012"}}' AS BLOB),X'59D2A691AA8B7BE8C4465DE96E85832D173A05096B182A4BA45E9DE9C9DBC21F');
INSERT INTO "ticket_event" VALUES('test-hall',8,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000012','confirm_print',CAST('{"n":8,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000012","label":"A002","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'8FFE9E9E90D71224FF8949CC0CC2B12D61C090D74183E363E0F77F5898558956');
INSERT INTO "ticket_event" VALUES('test-hall',9,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000012','call',CAST('{"n":9,"at":1767326725000000,"business_day":"2026-01-02","move":"call","ticket":"10000000-0000-4000-8000-000000000012","label":"A002","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'5DAFDF7FB467D940F9F2E810897428C580E0821B2F1274563F4355A762BD588C');
INSERT INTO "ticket_event" VALUES('test-hall',10,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000012','undo',CAST('{"n":10,"at":1767326725000000,"business_day":"2026-01-02","move":"undo","ticket":"10000000-0000-4000-8000-000000000012","label":"A002","queue":"A","state":"waiting","actor_kind":"clerk","actor":"1001","undone":"call","restored":{"queue":"A"}}' AS BLOB),X'83D6BE45872CD63721928C58BF054797B5C99D9F2F314C4E47EB76D144FB0A3E');
INSERT INTO "ticket_event" VALUES('test-hall',11,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000012','transfer',CAST('{"n":11,"at":1767326725000000,"business_day":"2026-01-02","move":"transfer","ticket":"10000000-0000-4000-8000-000000000012","label":"A002","queue":"A","state":"waiting","actor_kind":"clerk","actor":"1001","to_counter":2}' AS BLOB),X'58E161E53BE14A6178A9ADAFC7CD6BD66C3212B783935D9E2B90D22AD314431F');
INSERT INTO "ticket_event" VALUES('test-hall',12,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000017','take',CAST('{"n":12,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000017","label":"A003","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":3,"item":"i1","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000017"}}' AS BLOB),X'3800CBA45E45F4E563C8DF4F0DE5035C843E96751DB9E14D0839E18336BEC68C');
INSERT INTO "ticket_event" VALUES('test-hall',13,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000017','confirm_print',CAST('{"n":13,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000017","label":"A003","queue":"A","state":"void","actor_kind":"kiosk","actor":"K1","answer":"void"}' AS BLOB),X'CD33CF0082E701496C656F6D805DED333AAA1C4957CE0C1AB8484B378723B458');
INSERT INTO "ticket_event" VALUES('test-hall',14,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000020','take',CAST('{"n":14,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000020","label":"A004","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":4,"item":"i1","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000020"}}' AS BLOB),X'5BE7BECFE847D63B41C5C799272F105D1502707F3C41757916E9D29F54D1B696');
INSERT INTO "ticket_event" VALUES('test-hall',15,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000020','confirm_print',CAST('{"n":15,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000020","label":"A004","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"screen","delivery":"screen"}' AS BLOB),X'9C06565C8E650036085476D06CAFC773C31F2A8C9EB3F1D764D291A79A88E035');
INSERT INTO "ticket_event" VALUES('test-hall',16,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000020','cancel',CAST('{"n":16,"at":1767326725000000,"business_day":"2026-01-02","move":"cancel","ticket":"10000000-0000-4000-8000-000000000020","label":"A004","queue":"A","state":"cancelled","actor_kind":"kiosk","actor":"K1","reason":"given_up"}' AS BLOB),X'7D5E3A36DA85425027E80E11C3B7B82A86CE4A71F3CB3AEB5DB0B036A8CEC4A7');
INSERT INTO "ticket_event" VALUES('test-hall',17,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000022','take',CAST('{"n":17,"at":1767326725000000,"business_day":"2026-01-02","move":"take","ticket":"10000000-0000-4000-8000-000000000022","label":"ACRL001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000022"}}' AS BLOB),X'BEEC75077A1F22854C46DC98337E73483DF14FB6DD237E87896259BF2A96C438');
INSERT INTO "ticket_event" VALUES('test-hall',18,1767326725000000,'2026-01-02','10000000-0000-4000-8000-000000000022','confirm_print',CAST('{"n":18,"at":1767326725000000,"business_day":"2026-01-02","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000022","label":"ACRL001","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'D57CE37071FEE6A14BEC494368F624535BA329F0D8B176853AAA26A5A70DD8A8');
INSERT INTO "ticket_event" VALUES('test-hall',19,1767413125000000,'2026-01-02','10000000-0000-4000-8000-000000000012','cancel',CAST('{"n":19,"at":1767413125000000,"business_day":"2026-01-02","move":"cancel","ticket":"10000000-0000-4000-8000-000000000012","label":"A002","queue":"A","state":"expired","actor_kind":"server","reason":"day_over"}' AS BLOB),X'AA8094092A5123D87E15D44D52425AA420EC676A089A162CA6D5DA8B37A875F7');
INSERT INTO "ticket_event" VALUES('test-hall',20,1767413125000000,'2026-01-02','10000000-0000-4000-8000-000000000022','cancel',CAST('{"n":20,"at":1767413125000000,"business_day":"2026-01-02","move":"cancel","ticket":"10000000-0000-4000-8000-000000000022","label":"ACRL001","queue":"A","state":"expired","actor_kind":"server","reason":"day_over"}' AS BLOB),X'B910A192AFAAB48B9EDFCED7F571B27C819A01BE6B8D4CBCE3CA350F60A67AA7');
INSERT INTO "ticket_event" VALUES('test-hall',21,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000026','take',CAST('{"n":21,"at":1767758400000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000026","label":"C001","queue":"C","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i2","for_other":true,"catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000026","modes":"LH"}}' AS BLOB),X'CC7E0D6A1510B5AD152EE5D63E58AE0FFDAE4443A67A41A292B8A4C94E991BE7');
INSERT INTO "ticket_event" VALUES('test-hall',22,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000026','confirm_print',CAST('{"n":22,"at":1767758400000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000026","label":"C001","queue":"C","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'A2371A7720DDAA9B72C0C86EABE54FE3AD6EA0022130870DDDDCD7F8B3C8DB68');
INSERT INTO "ticket_event" VALUES('test-hall',23,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000026','call',CAST('{"n":23,"at":1767758400000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000026","label":"C001","queue":"C","state":"called","actor_kind":"clerk","actor":"1002","counter":2,"reason":"called_by_hand"}' AS BLOB),X'BEB0A8A521849533C3C90B6BE16AED2420AC0B2E44D7614D1AF8FD4F1E838EF4');
INSERT INTO "ticket_event" VALUES('test-hall',24,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000026','serve',CAST('{"n":24,"at":1767758400000000,"business_day":"2026-01-07","move":"serve","ticket":"10000000-0000-4000-8000-000000000026","label":"C001","queue":"C","state":"serving","actor_kind":"clerk","actor":"1002","counter":2}' AS BLOB),X'D72C06FCE680FA91BFBF77AAD8F5F70505F320510C169326455D468078070C1E');
INSERT INTO "ticket_event" VALUES('test-hall',25,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000030','take',CAST('{"n":25,"at":1767758400000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000030","label":"A001","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000030"}}' AS BLOB),X'33E944BB7FCCD538EABA05DB6DA89D446159802A6E9653A4455333688BFB545C');
INSERT INTO "ticket_event" VALUES('test-hall',26,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000030','confirm_print',CAST('{"n":26,"at":1767758400000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000030","label":"A001","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'B0995085A40007FF54889FDECF8B86E4E27AFBB713F7E79E897CA64836722120');
INSERT INTO "ticket_event" VALUES('test-hall',27,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000030','call',CAST('{"n":27,"at":1767758400000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000030","label":"A001","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'4B571E3BA6BDD75F82BC4A60B5AB2490F0514C234742DB63D0FA1223ED399C7B');
INSERT INTO "ticket_event" VALUES('test-hall',28,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000030','serve',CAST('{"n":28,"at":1767758400000000,"business_day":"2026-01-07","move":"serve","ticket":"10000000-0000-4000-8000-000000000030","label":"A001","queue":"A","state":"serving","actor_kind":"clerk","actor":"1001","counter":1}' AS BLOB),X'2083463FC415E5ADCBA888BA90010E8AE316F44BABD2CB6F446C7FF6FF90D622');
INSERT INTO "ticket_event" VALUES('test-hall',29,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000030','hold',CAST('{"n":29,"at":1767758400000000,"business_day":"2026-01-07","move":"hold","ticket":"10000000-0000-4000-8000-000000000030","label":"A001","queue":"A","state":"held","actor_kind":"clerk","actor":"1001","counter":1,"reason":"去复印"}' AS BLOB),X'0B2D98AD16DBE74F5B4731F75A2C91BA8AC908A6359928BC7200D9A2F712F54D');
INSERT INTO "ticket_event" VALUES('test-hall',30,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000035','take',CAST('{"n":30,"at":1767758400000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000035","label":"A002","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":2,"item":"i1","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000035"}}' AS BLOB),X'778A11801FBF007A51E5761406B7060FC2EC97F1B60AEEDE58EC5FF73552145D');
INSERT INTO "ticket_event" VALUES('test-hall',31,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000035','confirm_print',CAST('{"n":31,"at":1767758400000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000035","label":"A002","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'CFAF424177EFC8524FA0BA15A92236BB6E8193CD5378EA0759B22FD40BC18E11');
INSERT INTO "ticket_event" VALUES('test-hall',32,1767758400000000,'2026-01-07','10000000-0000-4000-8000-000000000035','call',CAST('{"n":32,"at":1767758400000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000035","label":"A002","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"called_by_hand"}' AS BLOB),X'A7107DD5EEEA3B44170C25356CFC160F31871FEB82B2D5C182DF2F36A8765D2C');
INSERT INTO "ticket_event" VALUES('test-hall',33,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000035','no_show',CAST('{"n":33,"at":1767758460000000,"business_day":"2026-01-07","move":"no_show","ticket":"10000000-0000-4000-8000-000000000035","label":"A002","queue":"A","state":"no_show","actor_kind":"clerk","actor":"1001","counter":1,"calls":2}' AS BLOB),X'11E1873AB75E6D234E7EEEDE90C95B65931AFDD6AA1161E57D435A2C52295E26');
INSERT INTO "ticket_event" VALUES('test-hall',34,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000039','take',CAST('{"n":34,"at":1767758460000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000039","label":"A003","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":3,"item":"i1","catalogue":"f81bbe24a4dfebf0","since":1767729602912500,"correlation":"10000000-0000-4000-8000-000000000039","carried_from":"10000000-0000-4000-8000-000000000022"}}' AS BLOB),X'4B9D650302F454E2DD41ED3BDDF62B1DBAFB85A0D61F7F502C2DD65C33531F97');
INSERT INTO "ticket_event" VALUES('test-hall',35,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000039','confirm_print',CAST('{"n":35,"at":1767758460000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"10000000-0000-4000-8000-000000000039","label":"A003","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper"}' AS BLOB),X'6045575A143EB4B777E9597604E3F0C151C1AAECDD04A8B8476D50732872BB0B');
INSERT INTO "ticket_event" VALUES('test-hall',36,1767758460000000,'2026-01-07','10000000-0000-4000-8000-000000000039','call',CAST('{"n":36,"at":1767758460000000,"business_day":"2026-01-07","move":"call","ticket":"10000000-0000-4000-8000-000000000039","label":"A003","queue":"A","state":"called","actor_kind":"clerk","actor":"1001","counter":1,"reason":"only_one_waiting;waited:480;waiting:1"}' AS BLOB),X'74C51F11D922EAE4B3CC6D5804ACF0C2EC1DE9700A503C2B52ADC67A9A2839D5');
INSERT INTO "ticket_event" VALUES('test-hall',37,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000001','take',CAST('{"n":37,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"30000000-0000-4000-8000-000000000001","label":"A601","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"paper","delivery":"paper","birth":{"number":601,"item":"i1","origin":"lease","catalogue":"f81bbe24a4dfebf0","since":1767758520000000,"correlation":"30000000-0000-4000-8000-000000000001"}}' AS BLOB),X'19EBE43C6342B0871CA6A46216B1FC1391D48F905F7CEA6FA3EB77C00FC5B185');
INSERT INTO "ticket_event" VALUES('test-hall',38,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000002','take',CAST('{"n":38,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"30000000-0000-4000-8000-000000000002","label":"A602","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":602,"item":"i1","origin":"lease","catalogue":"f81bbe24a4dfebf0","since":1767758520000000,"correlation":"30000000-0000-4000-8000-000000000002"}}' AS BLOB),X'347B826C8168B26E59C2C0032082CC8602721FC38CEDED85CBBF3B6944E1803E');
INSERT INTO "ticket_event" VALUES('test-hall',39,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000002','confirm_print',CAST('{"n":39,"at":1767758580000000,"business_day":"2026-01-07","move":"confirm_print","ticket":"30000000-0000-4000-8000-000000000002","label":"A602","queue":"A","state":"waiting","actor_kind":"kiosk","actor":"K1","answer":"screen","delivery":"screen"}' AS BLOB),X'2320273466ACA3769F4330EB7A73FF291050E4992D7565DC0D929431E2527B7C');
INSERT INTO "ticket_event" VALUES('test-hall',40,1767758580000000,'2026-01-07','30000000-0000-4000-8000-000000000004','take',CAST('{"n":40,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"30000000-0000-4000-8000-000000000004","label":"AR001","queue":"A","state":"unconfirmed","actor_kind":"kiosk","actor":"K1","answer":"cannot_tell","birth":{"number":1,"item":"i1","origin":"emergency","catalogue":"f81bbe24a4dfebf0","since":1767758520000000,"correlation":"30000000-0000-4000-8000-000000000004"}}' AS BLOB),X'3715F84CBE86406F2D20AE742D90135CC7C00426BB5966224C468C844DD9B5CE');
INSERT INTO "ticket_event" VALUES('test-hall',41,1767758580000000,'2026-01-07','10000000-0000-4000-8000-000000000044','check_in',CAST('{"n":41,"at":1767758580000000,"business_day":"2026-01-07","move":"check_in","ticket":"10000000-0000-4000-8000-000000000044","label":"A004","queue":"A","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":4,"item":"i1","catalogue":"f81bbe24a4dfebf0","booking":"10000000-0000-4000-8000-000000000045","booked_for":1767760200000000,"correlation":"10000000-0000-4000-8000-000000000045"}}' AS BLOB),X'4B520AE262D2DDB42F0154112EDFC8FDBD474B617A1C0A0223D407E5F01E942B');
INSERT INTO "ticket_event" VALUES('test-hall',42,1767758580000000,'2026-01-07','10000000-0000-4000-8000-000000000049','take',CAST('{"n":42,"at":1767758580000000,"business_day":"2026-01-07","move":"take","ticket":"10000000-0000-4000-8000-000000000049","label":"C002","queue":"C","state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":2,"item":"i2","catalogue":"f81bbe24a4dfebf0","correlation":"10000000-0000-4000-8000-000000000049"}}' AS BLOB),X'473945229522F9D16535747D68DA9005873684EFF0531639E3B07B83E0A90542');
CREATE INDEX ticket_line ON ticket (hall_id, queue, place, state, business_day) WHERE state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting';
CREATE INDEX ticket_desk ON ticket (hall_id, counter) WHERE state = 'called' OR state = 'serving';
CREATE INDEX ticket_carried ON ticket (hall_id, carried_from) WHERE carried_from <> '';
CREATE INDEX ticket_aside ON ticket (hall_id, queue, place) WHERE state = 'held' OR state = 'no_show';
CREATE INDEX lease_of_kiosk ON lease (hall_id, kiosk, boot_id);
CREATE INDEX booking_slot ON booking (hall_id, queue, starts_at, state);
CREATE INDEX booking_day ON booking (hall_id, day, starts_at, place);
CREATE INDEX booking_open ON booking (hall_id, ends_at) WHERE state = 'booked' OR state = 'pending';
CREATE INDEX booking_person ON booking (hall_id, pseudonym, starts_at) WHERE pseudonym IS NOT NULL;
CREATE INDEX booking_event_of ON booking_event (hall_id, booking_id, n);
CREATE INDEX ticket_visit ON ticket (hall_id, correlation) WHERE correlation <> '' AND correlation <> id;
CREATE INDEX booking_visit ON booking (hall_id, correlation) WHERE correlation <> id;
CREATE INDEX ticket_later ON ticket_event (hall_id, ticket_id, move) WHERE move <> 'take' AND move <> 'check_in';
CREATE UNIQUE INDEX city_message_place ON city_message (hall_id, place);
CREATE INDEX city_message_waiting ON city_message (hall_id, port, place) WHERE state = 'waiting';
CREATE INDEX city_message_subject ON city_message (hall_id, port, subject, place) WHERE state = 'waiting';
CREATE INDEX code_claim_age ON code_claim (hall_id, at);
CREATE INDEX record_about ON record (hall_id, about, n);
CREATE INDEX record_kind ON record (hall_id, kind, n);
CREATE UNIQUE INDEX help_call_change ON help_call (hall_id, n);
CREATE INDEX help_call_kiosk ON help_call (hall_id, kiosk, n);
CREATE INDEX help_call_open ON help_call (hall_id, at) WHERE state <> 'done' AND state <> 'given_up';
CREATE INDEX kiosk_health_time ON kiosk_health (hall_id, at);
COMMIT;
