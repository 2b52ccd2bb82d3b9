"""N users of one JupyterHub at once: each starts a server, runs a lesson cell by cell through the proxy, saves it. Called by hub.sh.

Arguments: USERS LESSON HUB_PID RESULTS. Ends with an error when an output differs from the lesson's saved one, when something saved is
not read back, or when a killed kernel disturbs another user.
"""
import asyncio
import json
import os
import platform
import signal
import statistics
import subprocess
import sys
import time
import uuid
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

AsyncHTTPClient.configure("tornado.simple_httpclient.SimpleAsyncHTTPClient", max_clients=1000)
URL, TOKEN = os.environ["HUB_URL"], os.environ["HUB_TOKEN"]


async def call(method, path, body=None, token=TOKEN, expected=(200, 201, 202, 204)):
    request = HTTPRequest(URL + path, method=method, body=json.dumps(body) if body is not None else "" if method == "POST" else None,
                          headers={"Authorization": f"token {token}", "Content-Type": "application/json"}, request_timeout=180, allow_nonstandard_methods=True)
    answer = await AsyncHTTPClient().fetch(request, raise_error=False)
    if answer.code not in expected:
        raise RuntimeError(f"{method} {path}: {answer.code} {answer.body[:400] if answer.body else answer.error}")
    return json.loads(answer.body) if answer.body else None


async def until(condition, what, limit=180):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        try:
            found = await condition()
            if found:
                return found
        except (RuntimeError, OSError):
            pass
        await asyncio.sleep(0.1)
    raise RuntimeError(f"after {limit} s: {what}")


class Student:
    def __init__(self, number):
        self.name = f"student-{number}"
        self.times = {}

    async def start(self):
        began = time.monotonic()
        await call("POST", f"/hub/api/users/{self.name}")
        self.token = (await call("POST", f"/hub/api/users/{self.name}/tokens", {}))["token"]
        await call("POST", f"/hub/api/users/{self.name}/server")
        await until(self.ready, f"{self.name} has no server")
        self.times["server ready"] = time.monotonic() - began

    async def ready(self):
        model = await call("GET", f"/hub/api/users/{self.name}")
        return model["server"] and await call("GET", f"/user/{self.name}/api/status", token=self.token)

    def at(self, path):
        return f"/user/{self.name}/api/{path}"

    async def kernel(self, lesson):
        self.began = time.monotonic()
        await call("PUT", self.at("contents/lesson.ipynb"), {"type": "notebook", "format": "json", "content": lesson}, token=self.token)
        session = await call("POST", self.at("sessions"), {"path": "lesson.ipynb", "type": "notebook", "name": "", "kernel": {"name": "backprop-csharp"}}, token=self.token)
        self.kernel_id = session["kernel"]["id"]
        await self.connect()

    async def connect(self):
        url = f"{URL.replace('http', 'ws', 1)}/user/{self.name}/api/kernels/{self.kernel_id}/channels"
        self.socket = await websocket_connect(HTTPRequest(url, headers={"Authorization": f"token {self.token}"}, connect_timeout=120, request_timeout=120), max_message_size=1 << 28)

    async def run(self, code):
        """One cell: its outputs once the kernel has answered and is idle again."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": self.name, "username": self.name, "version": "5.3", "date": ""}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": False}
        await self.socket.write_message(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell", "buffers": []}))
        outputs, replied, idle = [], False, False
        while not (replied and idle):
            text = await asyncio.wait_for(self.socket.read_message(), 180)
            if text is None:
                raise RuntimeError(f"{self.name}: the connection ended in the middle of a cell")
            message = json.loads(text)
            if message["parent_header"].get("msg_id") != header["msg_id"]:
                continue
            kind, content = message["msg_type"], message["content"]
            replied |= kind == "execute_reply"
            idle |= kind == "status" and content["execution_state"] == "idle"
            if kind in ("stream", "display_data", "execute_result", "error"):
                outputs.append({"output_type": kind, **content})
        return outputs

    async def lesson(self, lesson):
        began = time.monotonic()
        wrong = []
        for cell in lesson["cells"]:
            if cell["cell_type"] != "code":
                continue
            found = await self.run("".join(cell["source"]))
            self.times.setdefault("kernel started and first cell done", time.monotonic() - self.began)
            if "varies" not in cell["metadata"].get("tags", []) and shown(found) != shown(cell["outputs"]):
                wrong.append(f"{self.name}, cell {cell['id']}: found {shown(found)[:300]}, expected {shown(cell['outputs'])[:300]}")
            cell["outputs"] = [{key: value for key, value in output.items() if key != "transient"} for output in found]
        self.times["the whole lesson"] = time.monotonic() - began
        return wrong

    async def save(self, lesson):
        await call("PUT", self.at("contents/lesson.ipynb"), {"type": "notebook", "format": "json", "content": lesson}, token=self.token)
        back = await call("GET", self.at("contents/lesson.ipynb"), token=self.token)
        kept = [shown(cell["outputs"]) for cell in back["content"]["cells"] if cell["cell_type"] == "code"]
        sent = [shown(cell["outputs"]) for cell in lesson["cells"] if cell["cell_type"] == "code"]
        return [] if kept == sent else [f"{self.name}: what was saved is not what is read back"]


def text_of(value):
    return value if isinstance(value, str) else "".join(value)


def shown(outputs):
    """What a reader sees of the outputs as plain text; the parts of a stream are one text however they were sent."""
    return "".join(
        text_of(each["text"]) if each["output_type"] == "stream"
        else each["ename"] + ": " + each["evalue"] if each["output_type"] == "error"
        else text_of(each["data"].get("text/plain", ""))
        for each in outputs)


def processes(user=None):
    """The command line of each process; of one user's, where one is named."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if user is None or f"JUPYTERHUB_USER={user}" in (folder / "environ").read_text().split("\0"):
                    found[int(folder.name)] = (folder / "cmdline").read_text()
            except OSError:
                pass
    return found


def server_of(user):
    return next(pid for pid, line in processes(user).items() if "singleuser" in line)


def kernel_of(user):
    return next(pid for pid, line in processes(user).items() if "backprop.dll" in line)


def memory_of(pid):
    """MiB of a process; what it shares with others is counted in parts."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


async def harm(students):
    """Kills one kernel in the middle of its cell while all others compute."""
    victim, others = students[0], students[1:]
    for each in others:
        await each.run("var keptHere = 41;")
    pid = kernel_of(victim.name)
    lost = asyncio.ensure_future(victim.run("while (true) { }"))
    working = [asyncio.ensure_future(each.run("Enumerable.Range(1, 30_000_000).Aggregate(0L, (sum, i) => sum + i % 7)")) for each in others]
    await asyncio.sleep(1)
    os.kill(pid, signal.SIGKILL)
    wrong = []
    for student, answer in zip(others, await asyncio.gather(*working)):
        if shown(answer) != str(30_000_000 // 7 * sum(range(7)) + 1 + 2):
            wrong.append(f"{student.name} was disturbed by a kernel that was killed: {shown(answer)}")
        if shown(await student.run("keptHere + 1")) != "42":
            wrong.append(f"{student.name} has lost its variables")
    lost.cancel()

    async def again():
        victim.socket.close()
        await victim.connect()
        return shown(await asyncio.wait_for(victim.run("6 * 7"), 20)) == "42"
    began = time.monotonic()
    await until(again, f"{victim.name} has no new kernel", 60)
    return wrong, time.monotonic() - began


def row(name, values, unit):
    return f"| {name} | {statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f}) {unit} |"


async def main(count, lesson_file, hub, results):
    lesson = json.loads(Path(lesson_file).read_text())
    await until(lambda: call("GET", "/hub/api/"), "the Hub does not answer", 60)
    students = [Student(number) for number in range(count)]
    began = time.monotonic()
    await asyncio.gather(*(student.start() for student in students))
    await asyncio.gather(*(student.kernel(lesson) for student in students))
    own = [json.loads(json.dumps(lesson)) for _ in students]
    wrong = sum(await asyncio.gather(*(student.lesson(copy) for student, copy in zip(students, own))), [])
    whole = time.monotonic() - began
    wrong += sum(await asyncio.gather(*(student.save(copy) for student, copy in zip(students, own))), [])
    servers = [memory_of(server_of(student.name)) for student in students]
    kernels = [memory_of(kernel_of(student.name)) for student in students]
    shared = [memory_of(pid) for pid in [hub, *(pid for pid, line in processes().items() if "configurable-http-proxy" in line)]]
    harmed, restart = await harm(students)
    wrong += harmed
    for each in wrong:
        print(each)
    if wrong:
        sys.exit(1)

    each_student = statistics.median(servers) + statistics.median(kernels)
    cells = sum(cell["cell_type"] == "code" for cell in lesson["cells"])
    version = subprocess.run(["jupyterhub", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    lines = [
        "# A class at once",
        "",
        f"Made by `benchmarks/hub.sh {count}`: JupyterHub {version} with its proxy on the loopback interface, {count} users at the same moment; each starts a server,",
        f"runs `{Path(lesson_file).name}` ({cells} code cells) cell by cell through the proxy, saves it and reads it back. Every output was the lesson's saved one, nothing was lost.",
        "Then one kernel is killed in the middle of a cell while all others compute: each of the others got its answer and kept its variables;",
        f"the killed one was started anew by its server and answered {restart:.0f} s later.",
        "",
        f"Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}; load average at the end {os.getloadavg()[0]:.1f}. Medians (range) over the users.",
        "",
        f"| of {count} users at once | |",
        "|---|---|",
        *(row(name, [student.times[name] for student in students], "s") for name in ["server ready", "kernel started and first cell done", "the whole lesson"]),
        row("memory of a user's server", servers, "MiB"),
        row("memory of a user's kernel after the lesson", kernels, "MiB"),
        f"| Hub and proxy together | {sum(shared):.0f} MiB |",
        f"| from the first login to the last cell of the last user | {whole:.0f} s |",
        "",
        f"Memory is the proportional set size: what processes share is counted once. A user takes {each_student:.0f} MiB here, so with 1 GiB kept for the system and the Hub",
        f"a machine of 8 GiB carries about {7 * 1024 / each_student:.0f} students with open kernels, one of 16 GiB about {15 * 1024 / each_student:.0f}, one of 32 GiB about {31 * 1024 / each_student:.0f}.",
        "What a core does is the other limit: it decides how long a whole class waits when all press the same key, and the rows above show that wait.",
        "",
    ]
    Path(results).write_text("\n".join(lines))
    print("\n".join(lines))


asyncio.run(main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]))
