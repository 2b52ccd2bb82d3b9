# The lessons in JupyterLab, by the conventions of Jupyter's images and of Binder: an unprivileged user, the kernel for all users.
#   docker build --tag backprop-teaching . && docker run --rm --publish 127.0.0.1:8888:8888 backprop-teaching
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS program
RUN apt-get update && apt-get install --yes --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
COPY . /source
RUN dotnet publish /source/src/Backprop.Teaching.Cli --configuration Release --output /program

# the SDK and not the runtime: a cell may say #r "nuget: Id, Version"
FROM mcr.microsoft.com/dotnet/sdk:10.0
ARG NB_USER=jovyan
ARG NB_UID=1000
ENV USER=${NB_USER} HOME=/home/${NB_USER} DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 PATH=/opt/jupyter/bin:${PATH}
RUN apt-get update && apt-get install --yes --no-install-recommends python3-venv && rm -rf /var/lib/apt/lists/* \
 && python3 -m venv /opt/jupyter && pip install --no-cache-dir jupyterlab notebook jupyterhub
# the base image may already use the number
RUN (getent passwd ${NB_UID} | cut -d: -f1 | xargs --no-run-if-empty userdel --remove || true) \
 && useradd --create-home --uid ${NB_UID} --shell /bin/bash ${NB_USER}
COPY --from=program /program /opt/backprop
RUN dotnet /opt/backprop/backprop.dll kernel install --sys-prefix /usr/local \
 && printf '#!/bin/sh\nexec dotnet /opt/backprop/backprop.dll "$@"\n' > /usr/local/bin/backprop && chmod +x /usr/local/bin/backprop
COPY --chown=${NB_UID} notebooks ${HOME}/notebooks
COPY --chown=${NB_UID} data/examples ${HOME}/data/examples
USER ${NB_USER}
WORKDIR ${HOME}
EXPOSE 8888
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--no-browser"]
