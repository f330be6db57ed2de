"""Gongdan 工单: a customer-service ticket system."""
