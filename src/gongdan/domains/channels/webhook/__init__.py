"""Systems that bring us messages by signed requests, and to which we send answers the same way: the channel of the API
(``channel``), its signatures (``signing``), what stands in the requests (``payloads``)."""
