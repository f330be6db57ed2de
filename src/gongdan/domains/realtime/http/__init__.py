from gongdan.domains.realtime.http import presence, stream

handlers = [stream.open_stream, presence.set_presence]
