"""What the drivers share: a kernel through jupyter_client, and a list of checks that each print one line."""
import os
import sys
import time
import traceback

from jupyter_client import KernelManager

NAME = os.environ.get("BACKPROP_KERNEL", "backprop-csharp")
LIMIT = 60


def start():
    manager = KernelManager(kernel_name=NAME)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=LIMIT)
    return manager, client


def stop(manager, client):
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def reply_to(client, request, channel="shell", limit=LIMIT):
    """The reply to a request; other replies before it are dropped."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        message = getattr(client, f"get_{channel}_msg")(timeout=max(0.01, end - time.monotonic()))
        if message["parent_header"].get("msg_id") == request:
            return message
    raise AssertionError(f"no reply to {request}")


def outputs_of(client, request, limit=LIMIT):
    """All that came over iopub for a request, from busy to idle."""
    outputs = []
    end = time.monotonic() + limit
    while time.monotonic() < end:
        message = client.get_iopub_msg(timeout=max(0.01, end - time.monotonic()))
        if message["parent_header"].get("msg_id") != request:
            continue
        outputs.append(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return outputs
    raise AssertionError(f"no idle for {request}")


def run(client, code, **options):
    """Runs a cell: its reply's content and its outputs without the statuses."""
    request = client.execute(code, **options)
    reply = reply_to(client, request)["content"]
    outputs = outputs_of(client, request)
    states = [o["content"]["execution_state"] for o in outputs if o["msg_type"] == "status"]
    assert states == ["busy", "idle"], states
    return reply, [o for o in outputs if o["msg_type"] != "status"]


def text_of(outputs, name="stdout"):
    return "".join(o["content"]["text"] for o in outputs if o["msg_type"] == "stream" and o["content"]["name"] == name)


def value_of(outputs):
    values = [o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "execute_result"]
    assert len(values) == 1, [(o["msg_type"], o["content"]) for o in outputs]
    return values[0]


def send(client, channel, kind, content):
    """A request that jupyter_client has no method for."""
    message = client.session.msg(kind, content)
    getattr(client, f"{channel}_channel").send(message)
    return message["header"]["msg_id"]


def main(checks):
    wanted = sys.argv[1:]
    failed = 0
    for check in checks:
        name = check.__name__
        if wanted and name not in wanted:
            continue
        began = time.monotonic()
        try:
            check()
            print(f"ok {name} ({time.monotonic() - began:.1f} s)", flush=True)
        except BaseException:
            failed += 1
            print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
    sys.exit(1 if failed else 0)
