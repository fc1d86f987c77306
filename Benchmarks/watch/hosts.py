"""How many requests a second `hearsay watch` makes when many hosts are asked, each with a pause, and whether it is polite.

`python Benchmarks/watch/hosts.py HEARSAY [--hosts 500] [--feeds 8] [--delay 1]`

Hosts are addresses of the loopback range (127.1.0.1 and on), all answered by one server in this program: a robots.txt and some feeds
each, whose entries were never new. What counts: requests between the first and the last, a second; and the shortest time between the end of
an answer and the next request to the same host.
"""

import argparse
import asyncio
import os
import resource
import subprocess
import tempfile
import time
from collections import defaultdict


class Server:
    def __init__(self):
        self.times = []
        self.ended = {}
        self.pauses = defaultdict(list)
        self.overlaps = 0
        self.busy = set()

    async def serve(self, reader, writer):
        host = writer.get_extra_info("sockname")[0]
        head = await reader.readuntil(b"\r\n\r\n")
        now = time.monotonic()
        self.times.append(now)
        if host in self.busy:
            self.overlaps += 1
        self.busy.add(host)
        if host in self.ended:
            self.pauses[host].append(now - self.ended[host])
        path = head.split(b" ", 2)[1].decode()
        if path == "/robots.txt":
            body, kind = b"User-agent: *\nAllow: /\n", "text/plain"
        else:
            body = (f"<rss version='2.0'><channel><title>{host}{path}</title><item><title>Old</title>"
                    f"<link>http://{host}/1</link><pubDate>Mon, 03 Jan 2000 08:00:00 GMT</pubDate></item></channel></rss>").encode()
            kind = "application/rss+xml"
        self.busy.discard(host)
        self.ended[host] = time.monotonic()
        writer.write(f"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
        writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hearsay")
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--feeds", type=int, default=8)
    parser.add_argument("--delay", type=float, default=1)
    options = parser.parse_args()
    server = Server()
    listening = await asyncio.start_server(server.serve, "0.0.0.0", 0, backlog=4096)
    port = listening.sockets[0].getsockname()[1]
    hosts = [f"127.1.{i // 250}.{i % 250 + 1}" for i in range(options.hosts)]
    with tempfile.TemporaryDirectory() as folder:
        opml = os.path.join(folder, "feeds.opml")
        with open(opml, "w", encoding="utf-8") as out:
            out.write("<opml version='2.0'><body>\n")
            for feed in range(options.feeds):
                for host in hosts:
                    out.write(f"<outline type='rss' xmlUrl='http://{host}:{port}/feed{feed}'/>\n")
            out.write("</body></opml>\n")
        command = [options.hearsay, "watch", "--once", "-q", "--allow-private", "--since", "2020-01-01",
                   "--delay", str(options.delay), "--ledger", os.path.join(folder, "ledger.sqlite"), opml]
        start = time.monotonic()
        process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.DEVNULL)
        status = await process.wait()
        wall = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    times = server.times
    span = times[-1] - times[0]
    least = min((min(p) for p in server.pauses.values()), default=0)
    wanted = options.hosts * (options.feeds + 1)
    print(f"{len(times)} requests of {wanted} to {options.hosts} hosts in {span:.1f} s: {len(times) / span:.0f} a second "
          f"(the pauses alone allow {options.hosts / options.delay:.0f}); whole run {wall:.1f} s, "
          f"{used.ru_utime + used.ru_stime:.1f} s of processor time, {used.ru_maxrss // 1024} MB, ended with {status}")
    print(f"shortest pause {least:.3f} s; requests while another to the host was open: {server.overlaps}")


asyncio.run(main())
