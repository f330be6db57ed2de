"""Routes of files, below ``/api/v1``. A guest may upload what he then sends with a form."""

from gongdan.domains.files.http import files

handlers = [files.upload_file, files.read_file]
