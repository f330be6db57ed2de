"""Routes of files, below ``/api/v1``. A guest may upload what they then send with a form."""

from gongdan.domains.files.http import files

handlers = [files.upload_file, files.read_file]
