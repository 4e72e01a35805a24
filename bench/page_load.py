#!/usr/bin/env python3
"""The page under load: page_load.py URL PID [SECONDS]

Holds 100 event streams open and asks 200 pages a second from two clients; prints errors, times and
the server's memory at the beginning and at the end. Exit status 1 on any error, a stream that was
closed, or memory that grew by more than a tenth.
"""
import http.client
import socket
import sys
import threading
import time
import urllib.parse

PATHS = ["/overview", "/overview.json", "/search?type=ASSAULT", "/search.json?rows=statements", "/alignments.json",
         "/search?rows=documents", "/assets/page.css", "/actor/state%3AUSA"]


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def client(host, port, rate, until, times, errors):
    connection = http.client.HTTPConnection(host, port, timeout=10)
    number, due = 0, time.monotonic()
    while time.monotonic() < until:
        begun = time.monotonic()
        try:
            connection.request("GET", PATHS[number % len(PATHS)])
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                errors.append(f"{PATHS[number % len(PATHS)]}: {response.status}")
        except OSError as error:
            errors.append(str(error))
            connection.close()
        times.append(time.monotonic() - begun)
        number += 1
        due += 1 / rate
        time.sleep(max(0, due - time.monotonic()))


def main():
    url, pid = urllib.parse.urlsplit(sys.argv[1]), int(sys.argv[2])
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60
    streams = []
    for _ in range(100):
        stream = socket.create_connection((url.hostname, url.port), timeout=10)
        stream.sendall(f"GET /stream HTTP/1.1\r\nHost: {url.netloc}\r\n\r\n".encode())
        assert b"200" in stream.recv(4096)
        streams.append(stream)
    warm = [], []
    client(url.hostname, url.port, 200, time.monotonic() + 3, *warm)
    before = resident(pid)
    times, errors = [], []
    until = time.monotonic() + seconds
    clients = [threading.Thread(target=client, args=(url.hostname, url.port, 100, until, times, errors)) for _ in range(2)]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join()
    closed = 0
    for stream in streams:
        stream.setblocking(False)
        try:
            closed += stream.recv(65536) == b""
        except BlockingIOError:
            pass
    after = resident(pid)
    times.sort()
    print(f"{len(times) / seconds:.0f} requests/s, {len(errors)} errors, {closed} of 100 streams closed; "
          f"median {times[len(times) // 2] * 1e3:.1f} ms, 99 % {times[len(times) * 99 // 100] * 1e3:.1f} ms; "
          f"memory {before} -> {after} kB")
    for error in errors[:5]:
        print(error)
    return bool(errors or closed or after > before * 1.1)


if __name__ == "__main__":
    sys.exit(main())
