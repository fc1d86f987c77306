6filedesc://a.arc 0.0.0.0 20080304050607 text/plain 69
1 0 Archive
URL IP-address Archive-date Content-type Archive-length


http://a.example/0 192.0.2.1 20080304050607 text/html 71
HTTP/1.1 200 OK
Content-Type: text/html

<html><p>Page 0.</p></html>
http://a.example/1 192.0.2.1 20080304050607 text/html 71
HTTP/1.1 200 OK
Content-Type: text/html

<html><p>Page 1.</p></html>
