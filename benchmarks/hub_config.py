# deploy/jupyterhub/jupyterhub_config.py as it is, but for what hub.sh cannot have: accounts of the machine, and a port that is free.
import os

c = get_config()  # noqa: F821 - JupyterHub provides it
load_subconfig(os.environ["HUB_CONFIG"])  # noqa: F821

folder = os.environ["HUB_FOLDER"]
c.JupyterHub.bind_url = os.environ["HUB_URL"]
c.JupyterHub.hub_bind_url = os.environ["HUB_API_URL"]
c.JupyterHub.cookie_secret_file = os.path.join(folder, "cookie-secret")
c.JupyterHub.db_url = "sqlite:///" + os.path.join(folder, "hub.sqlite")
c.ConfigurableHTTPProxy.api_url = os.environ["HUB_PROXY_URL"]
c.ConfigurableHTTPProxy.pid_file = os.path.join(folder, "proxy.pid")
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = os.path.join(folder, "students", "{username}")
c.Spawner.pre_spawn_hook = lambda spawner: None
c.Spawner.notebook_dir = os.path.join(folder, "students", "{username}")
c.Spawner.args = [*c.Spawner.args, "--allow-root"]
# HOME is of all users the same here: what Jupyter writes goes into each one's own folder
c.Spawner.environment = {
    **c.Spawner.environment,
    "JUPYTER_PATH": os.environ["JUPYTER_PATH"],
    "JUPYTER_RUNTIME_DIR": lambda spawner: os.path.join(folder, "students", spawner.user.name, "runtime"),
    "JUPYTER_CONFIG_DIR": os.path.join(folder, "config"),
    "IPYTHONDIR": os.path.join(folder, "ipython"),
}
c.JupyterHub.services = [{"name": "class", "api_token": os.environ["HUB_TOKEN"]}]
c.JupyterHub.load_roles = [{"name": "class", "services": ["class"], "scopes": ["admin:users", "admin:servers", "tokens", "access:servers"]}]
