# A class on one machine: each student has a notebook server of their own, and in it the kernel "C# (Backprop)".
# The kernel is installed once for all:  sudo backprop kernel install --sys-prefix /usr/local
# README.md beside this file has the steps; here stand only the settings that a class needs.
import os
import shutil
import subprocess

c = get_config()  # noqa: F821 - JupyterHub provides it

# a reverse proxy with a certificate stands before it; without one the Hub stays on this machine
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:8081"

# the machine's own accounts; docs/decisions do not choose for you: LTI, OAuth and others are JupyterHub's authenticators
c.JupyterHub.authenticator_class = "pam"
c.JupyterHub.spawner_class = "localprocess"

# a class presses the same key at the same moment: with JupyterHub's 10, the others meet a page that says "too many users"
c.JupyterHub.concurrent_spawn_limit = 50
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120

# Debian's classic Notebook 6; with jupyterlab or notebook 7 installed, leave this line out
c.Spawner.environment = {"JUPYTERHUB_SINGLEUSER_APP": "notebook.notebookapp.NotebookApp"}
c.Spawner.args = [
    # a kernel that nobody has used for half an hour, and whose page is closed, gives its memory back
    "--MappingKernelManager.cull_idle_timeout=1800",
    "--MappingKernelManager.cull_interval=300",
]
c.Spawner.notebook_dir = "~/backprop"
c.Spawner.default_url = "/tree"


def lay_out_lessons(spawner):
    """Gives each student the lessons; what a student has changed is never overwritten."""
    import pwd

    account = pwd.getpwnam(spawner.user.name)
    folder = os.path.join(account.pw_dir, "backprop")
    backprop = shutil.which("backprop")
    if backprop is None:
        os.makedirs(folder, exist_ok=True)
        os.chown(folder, account.pw_uid, account.pw_gid)
        return
    subprocess.run(
        [backprop, "lessons", folder],
        check=True, timeout=60, cwd=account.pw_dir, user=account.pw_uid, group=account.pw_gid,
        env={"HOME": account.pw_dir, "PATH": os.environ["PATH"], "DOTNET_NOLOGO": "1"},
    )


c.Spawner.pre_spawn_hook = lay_out_lessons
