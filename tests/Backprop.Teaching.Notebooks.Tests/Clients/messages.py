"""Every message of the protocol, through jupyter_client."""
import hmac
import os
import signal
import subprocess
import sys
import time

import zmq
from jupyter_client import BlockingKernelClient

from driver import LIMIT, main, outputs_of, reply_to, run, send, start, stop, text_of, value_of

manager, client = None, None


def kernel_info_on_shell_and_control():
    for channel in ("shell", "control"):
        request = send(client, channel, "kernel_info_request", {})
        content = reply_to(client, request, channel)["content"]
        assert content["status"] == "ok" and content["protocol_version"] == "5.3", content
        assert content["language_info"]["name"] == "C#" and content["language_info"]["file_extension"] == ".cs", content
        assert {"implementation", "implementation_version", "banner", "help_links"} <= set(content), content
        states = [o["content"]["execution_state"] for o in outputs_of(client, request)]
        assert states == ["busy", "idle"], states


def every_request_is_between_busy_and_idle():
    requests = {
        "history_request": {"hist_access_type": "tail", "n": 3},
        "comm_info_request": {},
        "complete_request": {"code": "1.", "cursor_pos": 2},
        "inspect_request": {"code": "Math", "cursor_pos": 3},
        "is_complete_request": {"code": "1"},
        "unheard_of_request": {},
    }
    for kind, content in requests.items():
        request = send(client, "shell", kind, content)
        reply = reply_to(client, request)
        assert reply["msg_type"] == kind.replace("request", "reply"), reply
        assert outputs_of(client, request)[0]["content"]["execution_state"] == "busy"
    for kind in ("comm_msg", "comm_close", "unheard_of"):
        outputs_of(client, send(client, "shell", kind, {"comm_id": "c", "data": {}}))


def parent_header_is_repeated_verbatim():
    message = client.session.msg("kernel_info_request", {})
    message["header"]["a field of tomorrow"] = {"nested": [1, "ü"]}
    client.shell_channel.send(message)
    parent = reply_to(client, message["header"]["msg_id"])["parent_header"]
    assert parent["a field of tomorrow"] == {"nested": [1, "ü"]}, parent


def results_streams_and_counts():
    reply, outputs = run(client, 'Console.WriteLine("out"); Console.Error.WriteLine("err"); 6 * 7')
    assert reply["status"] == "ok" and reply["payload"] == [] and reply["user_expressions"] == {}, reply
    assert text_of(outputs) == "out\n" and text_of(outputs, "stderr") == "err\n", outputs
    assert value_of(outputs) == "42"
    count = reply["execution_count"]
    assert outputs[0]["msg_type"] == "execute_input" and outputs[0]["content"]["execution_count"] == count
    reply, outputs = run(client, "var quiet = 1;")
    assert reply["execution_count"] == count + 1 and [o["msg_type"] for o in outputs] == ["execute_input"], outputs


def silent_cells_and_cells_outside_history():
    count = run(client, "0")[0]["execution_count"]
    reply, outputs = run(client, 'Console.WriteLine("x"); 5', silent=True)
    assert outputs == [] and reply["status"] == "ok", outputs
    reply, outputs = run(client, "5", store_history=False)
    assert value_of(outputs) == "5"
    assert run(client, "0")[0]["execution_count"] == count + 1


def user_expressions():
    reply, _ = run(client, "var ue = 20;", user_expressions={"a": "ue + 1", "b": "nonsense"})
    assert reply["user_expressions"]["a"]["data"]["text/plain"] == "21", reply
    assert reply["user_expressions"]["b"]["status"] == "error", reply


def display_and_update():
    _, outputs = run(client, 'var shown = display("first"); shown.Update("second");')
    kinds = [o["msg_type"] for o in outputs]
    assert kinds == ["execute_input", "display_data", "update_display_data"], kinds
    first, second = outputs[1]["content"], outputs[2]["content"]
    assert first["transient"]["display_id"] == second["transient"]["display_id"] != "", outputs
    assert first["data"]["text/plain"] == "first" and second["data"]["text/plain"] == "second", outputs
    assert "metadata" in first


def errors_have_a_traceback():
    reply, outputs = run(client, 'var fine = 1;\nthrow new InvalidOperationException("broken");')
    error = [o["content"] for o in outputs if o["msg_type"] == "error"][0]
    assert reply["status"] == "error" and reply["ename"] == error["ename"] == "InvalidOperationException", reply
    assert reply["evalue"] == error["evalue"] == "broken" and isinstance(error["traceback"], list), error
    reply, outputs = run(client, "int x = nonsense;")
    assert reply["status"] == "error" and "CS0103" in "\n".join(reply["traceback"]), reply


def queued_cells_are_aborted_after_an_error():
    first = client.execute('System.Threading.Thread.Sleep(300); throw new Exception("stop");')
    waiting = [client.execute(f"var aborted{i} = {i};") for i in range(5)]
    assert reply_to(client, first)["content"]["status"] == "error"
    for request in waiting:
        assert reply_to(client, request)["content"]["status"] == "aborted"
    for request in waiting:
        states = [o["content"]["execution_state"] for o in outputs_of(client, request)]
        assert states == ["busy", "idle"], states
    assert value_of(run(client, "1 + 2")[1]) == "3"
    first = client.execute('throw new Exception("go on");', stop_on_error=False)
    second = client.execute("4")
    assert reply_to(client, first)["content"]["status"] == "error"
    assert reply_to(client, second)["content"]["status"] == "ok"
    outputs_of(client, second)


def complete_counts_code_points():
    run(client, "var completionTarget = 1;")
    code = '/* 𝛿𝛿 */ var s = "𝛿"; completionTar'
    request = client.complete(code, len(code))
    content = reply_to(client, request)["content"]
    assert content["status"] == "ok" and "completionTarget" in content["matches"], content
    assert content["cursor_end"] == len(code) and content["cursor_start"] == len(code) - len("completionTar"), content
    assert content["metadata"]["_jupyter_types_experimental"][0]["type"], content
    outputs_of(client, request)


def inspect_and_is_complete():
    content = reply_to(client, client.inspect("Math.Max(1, 2)", 7))["content"]
    assert content["status"] == "ok" and content["found"] and "Max" in content["data"]["text/plain"], content
    content = reply_to(client, client.inspect("   ", 1))["content"]
    assert content["found"] is False and content["data"] == {}, content
    for code, expected in (("1 + 1", "complete"), ("for (;;) {", "incomplete"), ("int f(", "incomplete")):
        content = reply_to(client, client.is_complete(code))["content"]
        assert content["status"] == expected, (code, content)


def history_and_comms():
    run(client, "7777")
    content = reply_to(client, client.history(hist_access_type="tail", n=1, output=False))["content"]
    assert [entry[2] for entry in content["history"]] == ["7777"], content
    content = reply_to(client, client.history(hist_access_type="search", pattern="*77*", n=5, output=True))["content"]
    assert content["history"][-1][2] == ["7777", "7777"], content
    assert reply_to(client, client.comm_info())["content"]["comms"] == {}
    outputs = outputs_of(client, send(client, "shell", "comm_open", {"comm_id": "abc", "target_name": "nobody", "data": {}}))
    assert [o["content"]["comm_id"] for o in outputs if o["msg_type"] == "comm_close"] == ["abc"], outputs


def input_is_asked_for():
    request = client.execute('var name = Console.ReadLine(); Console.WriteLine("Hello " + name);', allow_stdin=True)
    question = client.get_stdin_msg(timeout=LIMIT)
    assert question["msg_type"] == "input_request" and question["parent_header"]["msg_id"] == request, question
    client.input("Ünal")
    assert reply_to(client, request)["content"]["status"] == "ok"
    assert text_of(outputs_of(client, request)) == "Hello Ünal\n"
    reply, _ = run(client, "Console.ReadLine()", allow_stdin=False)
    assert reply["status"] == "error" and "allow_stdin" in reply["evalue"], reply
    request = client.execute("Console.ReadLine()", allow_stdin=True)
    client.get_stdin_msg(timeout=LIMIT)
    interrupt = send(client, "control", "interrupt_request", {})
    assert reply_to(client, interrupt, "control")["content"]["status"] == "ok"
    assert reply_to(client, request)["content"]["status"] == "error"


def output_comes_before_idle():
    for i in range(100):
        _, outputs = run(client, f'Console.Write("a{i}"); Console.Error.Write("b{i}"); {i}')
        assert (text_of(outputs), text_of(outputs, "stderr"), value_of(outputs)) == (f"a{i}", f"b{i}", str(i)), outputs


def streams_come_in_large_pieces():
    _, outputs = run(client, 'for (var i = 0; i < 20000; i++) Console.WriteLine("line " + i + " 𝛿");')
    text = text_of(outputs)
    assert text == "".join(f"line {i} 𝛿\n" for i in range(20000)), len(text)
    assert len(outputs) < 200, len(outputs)


def streams_come_while_the_cell_runs():
    request = client.execute('Console.WriteLine("early"); System.Threading.Thread.Sleep(3000);')
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        message = client.get_iopub_msg(timeout=2.5)
        if message["msg_type"] == "stream":
            assert message["content"]["text"] == "early\n"
            break
    else:
        raise AssertionError("nothing came while the cell ran")
    reply_to(client, request)


def background_output_belongs_to_its_cell():
    request = client.execute("var late = System.Threading.Tasks.Task.Run(async () => { await System.Threading.Tasks.Task.Delay(700); Console.WriteLine(\"late\"); });")
    outputs_of(client, request)
    message = client.get_iopub_msg(timeout=5)
    assert message["msg_type"] == "stream" and message["parent_header"]["msg_id"] == request, message


def large_output():
    _, outputs = run(client, "new string('x', 10_000_000)")
    assert value_of(outputs) == "x" * 10_000_000
    _, outputs = run(client, "Console.Write(new string('y', 10_000_000));")
    assert len(text_of(outputs)) == 10_000_000


def odd_text_does_no_harm():
    _, outputs = run(client, r'Console.Write("\ud835 half, \0 zero, \u001b[1m"); "\udd"+"d\ud8"')
    run(client, r'Console.Write("\ud835"); "\udc00 alone"')
    assert value_of(run(client, "1")[1]) == "1"


def a_busy_kernel_answers_on_control():
    request = client.execute("System.Threading.Thread.Sleep(1500);")
    began = time.monotonic()
    reply_to(client, send(client, "control", "kernel_info_request", {}), "control")
    assert time.monotonic() - began < 1
    assert reply_to(client, request)["content"]["status"] == "ok"


def bad_signatures_and_garbage_are_dropped():
    info = manager.get_connection_info()
    context = zmq.Context.instance()
    shell = context.socket(zmq.DEALER)
    shell.linger = 0
    shell.connect(f"tcp://127.0.0.1:{info['shell_port']}")
    parts = [b'{"msg_id":"1","msg_type":"kernel_info_request","session":"s"}', b"{}", b"{}", b"{}"]
    good = hmac.new(info["key"], b"".join(parts), "sha256").hexdigest().encode()
    for signature in (b"", b"00", good[:-1] + b"!", good.upper() if good.upper() != good else b"x"):
        shell.send_multipart([b"<IDS|MSG>", signature, *parts])
    shell.send_multipart([b"no delimiter", b"at all"])
    shell.send_multipart([b"<IDS|MSG>"])
    broken = [b"not json", b"{}", b"{}", b"{}"]
    shell.send_multipart([b"<IDS|MSG>", hmac.new(info["key"], b"".join(broken), "sha256").hexdigest().encode(), *broken])
    assert not shell.poll(300), shell.recv_multipart()
    shell.send_multipart([b"<IDS|MSG>", good, *parts])
    assert shell.poll(5000), "a good message after the bad ones is answered"
    shell.close()


def a_late_subscriber_is_told_the_status():
    info = manager.get_connection_info()
    for _ in range(20):
        late = zmq.Context.instance().socket(zmq.SUB)
        late.linger = 0
        late.subscribe(b"")
        late.connect(f"tcp://127.0.0.1:{info['iopub_port']}")
        assert late.poll(5000), "a status comes without any request"
        frames = late.recv_multipart()
        assert b'"execution_state":"idle"' in frames[-1] and frames[-3] == b"{}", frames
        late.close()


def the_heart_beats():
    client.hb_channel.unpause()
    time.sleep(1.5)
    assert client.hb_channel.is_beating()
    info = manager.get_connection_info()
    heart = zmq.Context.instance().socket(zmq.REQ)
    heart.linger = 0
    heart.connect(f"tcp://127.0.0.1:{info['hb_port']}")
    for beat in (b"ping", b"", b"x" * 100_000):
        heart.send(beat)
        assert heart.poll(5000) and heart.recv() == beat
    heart.close()


def ten_clients_at_once():
    clients = []
    for _ in range(10):
        # a session of its own, and with it an identity of its own
        other = BlockingKernelClient()
        other.load_connection_info(manager.get_connection_info())
        other.start_channels()
        clients.append(other)
    try:
        for other in clients:
            other.wait_for_ready(timeout=LIMIT)
        requests = [(other, other.execute(f"{i} * 1000")) for i, other in enumerate(clients)]
        for i, (other, request) in enumerate(requests):
            assert reply_to(other, request)["content"]["status"] == "ok"
            # everyone sees everything; each finds its own
            found = value_of([o for o in outputs_of(other, request) if o["msg_type"] != "status"])
            assert found == str(i * 1000), (i, found)
    finally:
        for other in clients:
            other.stop_channels()


def a_killed_client_does_no_harm():
    code = (
        "import sys, time; from jupyter_client import BlockingKernelClient as C\n"
        "c = C(connection_file=sys.argv[1]); c.load_connection_file(); c.start_channels(); c.wait_for_ready(timeout=30)\n"
        "c.execute('for (var i = 0; i < 20; i++) { Console.WriteLine(new string((char)120, 100000)); System.Threading.Thread.Sleep(20); }')\n"
        "print('running', flush=True); time.sleep(60)"
    )
    for _ in range(3):
        child = subprocess.Popen([sys.executable, "-c", code, manager.connection_file], stdout=subprocess.PIPE, text=True)
        assert child.stdout.readline().strip() == "running"
        time.sleep(0.2)
        child.kill()
        child.wait()
    assert value_of(run(client, "11")[1]) == "11"


def restart_and_shutdown():
    global client
    run(client, "var before = 1;")
    manager.restart_kernel()
    client.wait_for_ready(timeout=LIMIT)
    reply, _ = run(client, "before")
    assert reply["status"] == "error", reply
    request = send(client, "control", "shutdown_request", {"restart": False})
    began = time.monotonic()
    content = reply_to(client, request, "control")["content"]
    assert content == {"status": "ok", "restart": False}, content
    while manager.is_alive() and time.monotonic() - began < 5:
        time.sleep(0.02)
    assert not manager.is_alive() and time.monotonic() - began < 3, time.monotonic() - began


def shutdown_ends_a_busy_kernel():
    other, others_client = start()
    others_client.execute("while (true) {}")
    time.sleep(0.5)
    send(others_client, "control", "shutdown_request", {"restart": False})
    began = time.monotonic()
    while other.is_alive() and time.monotonic() - began < 10:
        time.sleep(0.02)
    assert not other.is_alive(), "it still runs"
    stop(other, others_client)


def it_ends_with_its_parent():
    code = (
        "import sys, time; from jupyter_client import KernelManager\n"
        "m = KernelManager(kernel_name=sys.argv[1]); m.start_kernel(); c = m.client(); c.start_channels(); c.wait_for_ready(timeout=60)\n"
        "c.execute('System.Environment.ProcessId')\n"
        "while True:\n"
        "  o = c.get_iopub_msg(timeout=60)\n"
        "  if o['msg_type'] == 'execute_result': print(o['content']['data']['text/plain'], flush=True); break\n"
        "time.sleep(60)"
    )
    for drop in ((), ("JPY_PARENT_PID",)):
        child = subprocess.Popen([sys.executable, "-c", code, manager.kernel_name], stdout=subprocess.PIPE, text=True)
        kernel = int(child.stdout.readline())
        os.kill(kernel, 0)
        child.kill()
        child.wait()
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                os.kill(kernel, 0)
                if open(f"/proc/{kernel}/stat").read().split()[2] == "Z":
                    break
            except (ProcessLookupError, FileNotFoundError):
                break
            time.sleep(0.1)
        else:
            os.kill(kernel, signal.SIGKILL)
            raise AssertionError("the kernel outlived its parent")


CHECKS = [
    kernel_info_on_shell_and_control,
    every_request_is_between_busy_and_idle,
    parent_header_is_repeated_verbatim,
    results_streams_and_counts,
    silent_cells_and_cells_outside_history,
    user_expressions,
    display_and_update,
    errors_have_a_traceback,
    queued_cells_are_aborted_after_an_error,
    complete_counts_code_points,
    inspect_and_is_complete,
    history_and_comms,
    input_is_asked_for,
    output_comes_before_idle,
    streams_come_in_large_pieces,
    streams_come_while_the_cell_runs,
    background_output_belongs_to_its_cell,
    large_output,
    odd_text_does_no_harm,
    a_busy_kernel_answers_on_control,
    bad_signatures_and_garbage_are_dropped,
    a_late_subscriber_is_told_the_status,
    the_heart_beats,
    ten_clients_at_once,
    a_killed_client_does_no_harm,
    restart_and_shutdown,
    shutdown_ends_a_busy_kernel,
    it_ends_with_its_parent,
]

if __name__ == "__main__":
    manager, client = start()
    try:
        main(CHECKS)
    finally:
        stop(manager, client)
