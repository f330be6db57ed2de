from gongdan.domains.realtime.http import presence, stream

handlers = [stream.open_stream, stream.watch_list, presence.set_presence]
