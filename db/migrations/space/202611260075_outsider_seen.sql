-- Who brought packets to another place than they were given at is named there too: the bảng kê of the taking needs a name.
grant update (scope) on custody_outsider to :app;
