"""What a hall tells its city and asks of it: the rules. Pure; who carries it there is `hall_server.city`'s business."""
